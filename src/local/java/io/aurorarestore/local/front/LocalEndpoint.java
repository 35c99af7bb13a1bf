package io.aurorarestore.local.front;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The one port of the local AWS, for all services and regions ({@code AWS_ENDPOINT_URL=http://localhost:4566}): the
 * signature's credential scope says which are meant. Bound to the loopback interface when constructed; answers after
 * {@link #start()}, but changes nothing for a web page of another origin.
 */
public final class LocalEndpoint implements AutoCloseable {

    private static final String LOCAL = "/_local";

    private static final AwsResponse REFUSED =
            AwsResponse.json(403, Json.object().put("error", "A page of another origin cannot ask this."));

    private final HttpServer server;
    private final ExecutorService workers;
    private final Dispatcher dispatcher = new Dispatcher();
    private final LocalRoutes routes = new LocalRoutes();

    /**
     * @param port 0 for any free one
     * @param option how the user chooses another port, for instance {@code -Dlocal.port}
     * @throws PortTakenException if something else listens there
     */
    public LocalEndpoint(int port, String option) {
        this.server = bind(port, option);
        this.workers = Executors.newCachedThreadPool(LocalEndpoint::daemon);
        var calls = new CallCounter();
        filter(calls);
        route("GET", LOCAL + "/calls", call -> calls.toJson());
        route("GET", LOCAL + "/calls/unknown", call -> calls.unknown());
    }

    /** The JDK's server reads these properties once, when its first instance is made. */
    private static HttpServer bind(int port, String option) {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.idleInterval", "300");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "2000");
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new PortTakenException(port, option, e);
        }
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "local-aws");
        thread.setDaemon(true);
        return thread;
    }

    /** @param signingName as in the credential scope, for instance {@code secretsmanager} */
    public void serve(String signingName, AwsService service) {
        dispatcher.serve(signingName, service);
    }

    /** The services by their signing names, in order. */
    public Set<String> services() {
        return dispatcher.services().keySet();
    }

    public Optional<AwsService> service(String signingName) {
        return Optional.ofNullable(dispatcher.services().get(signingName));
    }

    /** Adds a filter after those already there; the count of calls comes first. */
    public void filter(Filter filter) {
        dispatcher.filter(filter);
    }

    /** @param path the whole path, under {@code /_local}; names in braces stand for any one segment */
    public void route(String method, String path, LocalRoute route) {
        routes.add(method, path, route);
    }

    public void start() {
        server.setExecutor(workers);
        server.createContext("/", this::answer);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public URI uri() {
        return URI.create("http://localhost:" + port());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = RawRequest.of(exchange);
            boolean own = request.path().equals(LOCAL) || request.path().startsWith(LOCAL + "/");
            if (own ? SendingPage.changesFromElsewhere(exchange) : SendingPage.callsFromElsewhere(exchange)) {
                send(exchange, REFUSED);
            } else {
                send(exchange, own ? own(request) : dispatcher.dispatch(request));
            }
        }
    }

    private AwsResponse own(RawRequest request) {
        return routes.answer(request.method(), request.path(), request.query(), request.text());
    }

    private void send(HttpExchange exchange, AwsResponse response) throws IOException {
        response.headers().forEach(exchange.getResponseHeaders()::set);
        boolean empty = response.body().length == 0;
        exchange.sendResponseHeaders(response.status(), empty ? -1 : response.body().length);
        if (!empty) {
            exchange.getResponseBody().write(response.body());
        }
    }

    /** Frees the port at once; open connections, long polls among them, are cut. */
    @Override
    public void close() {
        workers.shutdownNow();
        server.stop(0);
    }
}
