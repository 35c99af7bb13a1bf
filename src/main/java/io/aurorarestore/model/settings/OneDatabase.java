package io.aurorarestore.model.settings;

import java.util.List;

/**
 * What is done in one database of the restored cluster.
 *
 * @param users whose rights hold in it; the roles themselves are the cluster's
 * @param scripts run once each, in this order
 * @param checks what must be true of its data
 */
public record OneDatabase(String name, List<DatabaseUser> users, List<Script> scripts, List<Check> checks) {}
