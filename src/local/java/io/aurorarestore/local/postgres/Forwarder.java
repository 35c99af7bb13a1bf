package io.aurorarestore.local.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** The endpoint of a cluster name: a port that leads to whatever serves under that name, or to nothing. */
final class Forwarder implements AutoCloseable {

    private final ServerSocket door;
    private final Supplier<OptionalInt> server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "endpoint");
        thread.setDaemon(true);
        return thread;
    });

    Forwarder(Supplier<OptionalInt> server) throws IOException {
        this.server = server;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                if (!door.isClosed()) {
                    System.err.println("endpoint " + port() + ": " + e);
                }
            }
        }
    }

    private void serve(Socket client) {
        OptionalInt port = server.get();
        try (client) {
            if (port.isPresent()) {
                join(client, port.getAsInt());
            }
        } catch (IOException e) {
            // One side has gone: the other one learns it by its own socket.
        }
    }

    private void join(Socket client, int port) throws IOException {
        try (Socket upstream = new Socket(InetAddress.getLoopbackAddress(), port)) {
            open.add(client);
            client.setTcpNoDelay(true);
            upstream.setTcpNoDelay(true);
            threads.execute(() -> pipe(upstream, client));
            pipe(client, upstream);
        } finally {
            open.remove(client);
        }
    }

    private static void pipe(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            in.transferTo(to.getOutputStream());
        } catch (IOException e) {
            // The end of a session, however it came.
        }
    }

    /** Ends the sessions that go through here: the name now leads elsewhere. */
    void disconnect() {
        for (Socket socket : List.copyOf(open)) {
            try {
                socket.close();
            } catch (IOException e) {
                open.remove(socket);
            }
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            disconnect();
            threads.shutdownNow();
        }
    }
}
