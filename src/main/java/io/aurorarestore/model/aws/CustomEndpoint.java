package io.aurorarestore.model.aws;

import java.util.List;

/**
 * An endpoint of a cluster's that leads to some of its instances.
 *
 * @param type {@code READER} or {@code ANY}
 * @param members the names of its instances; empty for all but the excluded ones
 * @param excluded the names of instances that it never leads to
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBClusterEndpoint.html">AWS</a>
 */
public record CustomEndpoint(String name, String type, List<String> members, List<String> excluded) {}
