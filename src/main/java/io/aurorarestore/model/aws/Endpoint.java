package io.aurorarestore.model.aws;

/** The host and port of a cluster's writer. */
public record Endpoint(String host, int port) {

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
