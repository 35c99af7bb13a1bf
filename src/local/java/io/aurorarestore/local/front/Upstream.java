package io.aurorarestore.local.front;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A server of this process behind the front: requests are passed to it, answers back, on loopback. */
public final class Upstream {

    private static final List<String> PASSED_ON =
            List.of("authorization", "content-type", "x-amz-target", "x-amzn-trace-id");
    private static final Set<String> CONNECTION =
            Set.of("connection", "content-length", "date", "server", "transfer-encoding");

    private final String base;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public Upstream(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    /** @throws AwsException {@code ServiceUnavailable} if the server is gone */
    public AwsResponse send(AwsRequest request) {
        try {
            return answer(client.send(http(request), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new AwsException(503, "ServiceUnavailable", "The local " + request.service() + " is gone: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AwsException(503, "ServiceUnavailable", "The local AWS is stopping.");
        }
    }

    private HttpRequest http(AwsRequest request) {
        String query = request.query().isEmpty() ? "" : "?" + request.query();
        var http = HttpRequest.newBuilder(URI.create(base + request.path() + query))
                .method(request.method(), BodyPublishers.ofByteArray(request.body()));
        PASSED_ON.stream()
                .filter(request.headers()::containsKey)
                .forEach(name -> http.header(name, request.headers().get(name)));
        return http.build();
    }

    private AwsResponse answer(HttpResponse<byte[]> received) {
        Map<String, String> headers = new LinkedHashMap<>();
        received.headers().map().forEach((name, values) -> {
            if (!CONNECTION.contains(name) && !name.startsWith(":")) {
                headers.put(name, values.get(0));
            }
        });
        return new AwsResponse(received.statusCode(), headers, received.body());
    }
}
