package io.aurorarestore.local.rds;

import java.util.List;

/**
 * An instance class with a storage type that can be ordered, as DescribeOrderableDBInstanceOptions lists it.
 *
 * @param dataApi whether a cluster of such instances can have the Data API
 * @param kerberos whether it can be in a domain
 */
public record InstanceOption(
        String engine,
        String engineVersion,
        String instanceClass,
        String storageType,
        List<String> zones,
        boolean dataApi,
        List<String> networkTypes,
        boolean kerberos) {}
