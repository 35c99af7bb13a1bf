package io.aurorarestore.restore;

/** Where a cluster's writer answers. */
public record Endpoint(String host, int port) {

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
