package io.aurorarestore.local.rds;

/** A zero-ETL integration that is active. */
public record ZeroEtl(String name, String arn, DbCluster source) {}
