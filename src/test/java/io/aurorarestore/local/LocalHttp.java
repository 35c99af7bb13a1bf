package io.aurorarestore.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.front.LocalEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** The routes under {@code /_local} of a local endpoint, as curl calls them. */
public record LocalHttp(LocalEndpoint endpoint) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    public HttpResponse<String> post(String path, String body) {
        return send("POST", path, body);
    }

    public HttpResponse<String> delete(String path) {
        return send("DELETE", path, "");
    }

    public JsonNode get(String path) {
        return Json.read(send("GET", path, "").body());
    }

    private HttpResponse<String> send(String method, String path, String body) {
        try {
            return CLIENT.send(
                    HttpRequest.newBuilder(endpoint.uri().resolve(path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .method(method, BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
