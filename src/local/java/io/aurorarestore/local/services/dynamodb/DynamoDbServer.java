package io.aurorarestore.local.services.dynamodb;

import java.net.InetAddress;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * DynamoDB Local, in memory, on a free port of the loopback interface. (AWS's own {@code DynamoDBProxyServer} would
 * bind all interfaces.)
 */
final class DynamoDbServer implements AutoCloseable {

    private static final boolean IN_MEMORY = true;
    private static final @Nullable String NO_FILES = null;
    private static final boolean NOT_SHARED = false;
    private static final boolean NO_DELAYS = false;

    private final LocalDynamoDBServerHandler handler;
    private final Server server;
    private final ServerConnector connector;

    DynamoDbServer() {
        try {
            handler = new LocalDynamoDBServerHandler(
                    new LocalDynamoDBRequestHandler(0, IN_MEMORY, NO_FILES, NOT_SHARED, NO_DELAYS), null);
            server = new Server(daemons());
            connector = connector();
            server.setHandler(handler);
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local does not start: " + e.getMessage(), e);
        }
    }

    private static QueuedThreadPool daemons() {
        var threads = new QueuedThreadPool(64);
        threads.setDaemon(true);
        threads.setName("dynamodb");
        return threads;
    }

    /** The front keeps its connections; were they closed when idle, a request could meet a closing one. */
    private ServerConnector connector() {
        var created = new ServerConnector(server, 1, 1);
        created.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        created.setIdleTimeout(0);
        server.addConnector(created);
        return created;
    }

    int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
            handler.close();
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local does not stop: " + e.getMessage(), e);
        }
    }
}
