package io.aurorarestore.model.aws;

import java.util.Optional;

/**
 * An integration that replicates a cluster's data.
 *
 * @param target the ARN of where they go
 * @param filter which tables go, where not all do
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_Integration.html">AWS</a>
 */
public record ZeroEtlIntegration(String name, String target, Optional<String> filter) {}
