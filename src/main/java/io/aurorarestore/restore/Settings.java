package io.aurorarestore.restore;

import java.util.List;
import java.util.Map;

/**
 * What request and profiles say, fixed when the restore is opened.
 *
 * @param asked of the cluster: request over profile over profile {@code default}
 * @param origins where each setting that was asked comes from, by its name
 */
public record Settings(
        List<String> allowedSources, ClusterSettings asked, Map<String, String> origins, DatabaseSettings database) {}
