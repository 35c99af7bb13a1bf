package io.aurorarestore.local.rds;

/**
 * What an endpoint leads to. Its host is named as RDS names it, under a domain that no name server has; the {@code local}
 * in it stands for what RDS has there for the account and region.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Overview.Endpoints.html">Endpoints</a>
 */
public enum EndpointKind {
    WRITER("cluster-"),
    READER("cluster-ro-"),
    CUSTOM("cluster-custom-"),
    INSTANCE(""),
    PROXY("proxy-");

    private final String prefix;

    EndpointKind(String prefix) {
        this.prefix = prefix;
    }

    /** @param id of the cluster, instance, custom endpoint or proxy */
    public String host(String region, String id) {
        return id + "." + prefix + "local." + region + ".rds.localhost";
    }
}
