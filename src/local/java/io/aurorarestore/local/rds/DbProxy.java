package io.aurorarestore.local.rds;

/** An RDS Proxy with one cluster as its target. */
public record DbProxy(String name, String arn, String vpc, DbCluster target) {

    public String host() {
        return EndpointKind.PROXY.host(target.region(), name);
    }
}
