package io.aurorarestore.model.aws;

/** Where a cluster's writer answers. */
public record Endpoint(String host, int port) {

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
