package io.aurorarestore.local.front;

import com.sun.net.httpserver.HttpExchange;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which web page sends a request. A browser on this machine can send here from any site, and nobody's signature is verified: it
 * says in {@code Origin} whose page asks. A program that is no browser says none.
 *
 * @see <a href="https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Origin">Origin</a>
 */
public final class SendingPage {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** Another port of this machine is of the same site, and another origin. */
    private static final Set<String> FAR = Set.of("cross-site", "same-site");

    /** The names of this machine: another leads here only by the name server of somebody else. */
    private static final Pattern HERE = Pattern.compile("(?:localhost|127\\.0\\.0\\.1|\\[::1])(?::\\d{1,5})?");

    private SendingPage() {}

    /** Whether it is a page of this very server. */
    public static boolean isHere(HttpExchange exchange) {
        return isHere(origin(exchange), exchange);
    }

    /** Whether a page of another origin asks for more than to read, and so has to be refused. */
    public static boolean changesFromElsewhere(HttpExchange exchange) {
        return !READING.contains(exchange.getRequestMethod()) && isElsewhere(exchange);
    }

    /**
     * Whether a page of another origin makes this call of AWS, by whatever method: an operation can stand in the address, so an
     * image can be a call. Of such a browser says no {@code Origin}, but how far it comes.
     *
     * @see <a href="https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Sec-Fetch-Site">Sec-Fetch-Site</a>
     */
    static boolean callsFromElsewhere(HttpExchange exchange) {
        String distance = String.valueOf(exchange.getRequestHeaders().getFirst("Sec-Fetch-Site"));
        return FAR.contains(distance) || isElsewhere(exchange);
    }

    private static boolean isElsewhere(HttpExchange exchange) {
        String origin = origin(exchange);
        return origin != null && !isHere(origin, exchange);
    }

    private static boolean isHere(@Nullable String origin, HttpExchange exchange) {
        String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
        return HERE.matcher(host).matches() && ("http://" + host).equals(origin);
    }

    private static @Nullable String origin(HttpExchange exchange) {
        return exchange.getRequestHeaders().getFirst("Origin");
    }
}
