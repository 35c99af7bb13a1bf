package io.aurorarestore.local.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.local.BrowserRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalEndpointTest {

    private static final String SIGNATURE =
            "AWS4-HMAC-SHA256 Credential=AKID/20261124/us-west-2/%s/aws4_request, SignedHeaders=host, Signature=1";

    /** As a page can send it: the signature is in the address. */
    private static final String PRESIGNED = "/?X-Amz-Credential=AKID/20261124/us-west-2/echo/aws4_request";

    private final HttpClient http = HttpClient.newHttpClient();
    private final LocalEndpoint endpoint = new LocalEndpoint(0, "-Dlocal.port");

    @BeforeEach
    void serveAnEcho() {
        endpoint.serve("echo", new JsonService(Map.of("Say", (region, input) -> input.put("region", region))));
        endpoint.start();
    }

    @AfterEach
    void close() {
        endpoint.close();
    }

    @Test
    void sends_a_request_to_the_service_and_region_of_its_signature() throws Exception {
        var response = call("echo", "Say", "{\"word\":\"hello\"}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"word\":\"hello\",\"region\":\"us-west-2\"}");
    }

    @Test
    void counts_calls_by_service_and_operation() throws Exception {
        assertThat(get("/_local/calls").body()).isEqualTo("{}");

        call("echo", "Say", "{}");
        call("echo", "Say", "{}");
        call("echo", "Shout", "{}");

        assertThat(get("/_local/calls").body()).isEqualTo("{\"echo\":{\"Say\":2,\"Shout\":1}}");
        assertThat(get("/_local/calls/unknown").body()).isEqualTo("{\"echo\":{\"Shout\":1}}");
    }

    @Test
    void tells_an_unsigned_caller_what_is_missing() throws Exception {
        var response = get("/");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("<Code>MissingAuthenticationToken</Code>", "Any credentials will do");
    }

    @Test
    void names_the_services_it_has_where_one_is_unknown() throws Exception {
        var response = call("s3", "ListBuckets", "{}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("\"__type\":\"UnknownService\"", "no service s3", "echo");
    }

    @Test
    void answers_an_unknown_operation_and_a_body_that_is_no_json_with_aws_errors() throws Exception {
        assertThat(call("echo", "Shout", "{}").body()).contains("UnknownOperationException");
        assertThat(call("echo", "Say", "[").body()).contains("SerializationException");
    }

    @Test
    void lets_filters_answer_in_a_services_place_and_counts_the_call_all_the_same() throws Exception {
        endpoint.filter((request, next) -> {
            throw AwsException.badRequest("ThrottlingException", "Rate exceeded: " + next.operation(request));
        });

        assertThat(call("echo", "Say", "{}").body()).contains("ThrottlingException", "Rate exceeded: Say");
        assertThat(get("/_local/calls").body()).isEqualTo("{\"echo\":{\"Say\":1}}");
    }

    @Test
    void takes_a_local_routes_body_as_json_whatever_its_content_type() throws Exception {
        endpoint.route("POST", "/_local/echo", LocalCall::body);

        var response = http.send(
                HttpRequest.newBuilder(endpoint.uri().resolve("/_local/echo"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("{\"a\":1}"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"a\":1}");
    }

    @Test
    void answers_wrong_local_calls_with_a_json_error() throws Exception {
        endpoint.route("GET", "/_local/picky", call -> {
            throw new IllegalArgumentException("no such thing");
        });

        assertThat(get("/_local/picky").body()).isEqualTo("{\"error\":\"no such thing\"}");
        assertThat(get("/_local/nothing").statusCode()).isEqualTo(404);
        assertThat(get("/_local/nothing").body()).contains("/_local/calls");
        assertThat(call("echo", "Say", "{}", "/_local/calls").statusCode()).isEqualTo(405);
    }

    @Test
    void a_local_route_has_its_own_statuses() throws Exception {
        endpoint.route("GET", "/_local/later", new LocalRoute() {
            @Override
            public JsonNode answer(LocalCall call) {
                return Json.object();
            }

            @Override
            public int status() {
                return 202;
            }
        });
        endpoint.route("GET", "/_local/gone", call -> {
            throw new AwsException(404, "ResourceNotFoundException", "no such thing");
        });

        assertThat(get("/_local/later").statusCode()).isEqualTo(202);
        assertThat(get("/_local/gone").statusCode()).isEqualTo(404);
        assertThat(get("/_local/gone").body()).isEqualTo("{\"error\":\"no such thing\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, http://evil.example",
        "localhost, null",
        "localhost, http://localhost:8080",
        "evil.example, http://evil.example"
    })
    void no_page_of_another_origin_can_change_anything(String host, String origin) throws Exception {
        endpoint.route("POST", "/_local/echo", LocalCall::body);
        endpoint.route("DELETE", "/_local/echo", LocalCall::body);
        var page = new BrowserRequest(host, origin);

        assertThat(page.to(endpoint.port(), "/_local/echo")).startsWith("HTTP/1.1 403 ");
        assertThat(page.to(endpoint.port(), "DELETE", "/_local/echo")).startsWith("HTTP/1.1 403 ");
        assertThat(page.to(endpoint.port(), PRESIGNED)).startsWith("HTTP/1.1 403 ");
        assertThat(get("/_local/calls").body()).isEqualTo("{}");
        assertThat(page.to(endpoint.port(), "GET", "/_local/calls")).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @CsvSource({"cross-site, 403", "same-site, 403", "same-origin, 400", "none, 400", "'', 400"})
    void no_image_of_a_page_elsewhere_is_a_call(String site, int status) throws Exception {
        var image = new BrowserRequest("localhost", "", site);

        assertThat(image.to(endpoint.port(), "GET", PRESIGNED)).startsWith("HTTP/1.1 " + status + " ");
        assertThat(get("/_local/calls").body().equals("{}")).isEqualTo(status == 403);
    }

    @ParameterizedTest
    @CsvSource({"localhost, http://localhost", "127.0.0.1, ''", "aws.internal, ''"})
    void a_program_that_is_no_browser_and_a_page_of_this_endpoint_are_let_in(String host, String origin)
            throws Exception {
        endpoint.route("POST", "/_local/echo", LocalCall::body);
        var caller = new BrowserRequest(host, origin);

        assertThat(caller.to(endpoint.port(), "/_local/echo")).startsWith("HTTP/1.1 200 ");
        assertThat(caller.to(endpoint.port(), PRESIGNED)).doesNotStartWith("HTTP/1.1 403 ");
        assertThat(get("/_local/calls").body()).startsWith("{\"echo\":");
    }

    @Test
    void says_which_port_is_taken_and_how_to_choose_another() {
        assertThatThrownBy(() -> new LocalEndpoint(endpoint.port(), "-Dlocal.port"))
                .isInstanceOf(PortTakenException.class)
                .hasMessageContainingAll(String.valueOf(endpoint.port()), "-Dlocal.port=PORT");
    }

    @Test
    void frees_its_port_when_closed_though_a_call_is_still_waiting() throws Exception {
        var entered = new CountDownLatch(1);
        endpoint.serve("slow", new JsonService(Map.of("Wait", (region, input) -> {
            entered.countDown();
            return waitForever();
        })));
        var waiting = http.sendAsync(request("slow", "Wait", "{}", "/"), BodyHandlers.ofString());
        entered.await();

        endpoint.close();

        try (var again = new ServerSocket()) {
            again.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), endpoint.port()));
            assertThat(again.isBound()).isTrue();
        }
        assertThatThrownBy(waiting::get).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(IOException.class);
    }

    private JsonNode waitForever() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AwsException(503, "ServiceUnavailable", "stopped");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(endpoint.uri().resolve(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> call(String service, String operation, String body) throws Exception {
        return call(service, operation, body, "/");
    }

    private HttpResponse<String> call(String service, String operation, String body, String path) throws Exception {
        return http.send(request(service, operation, body, path), BodyHandlers.ofString());
    }

    private HttpRequest request(String service, String operation, String body, String path) {
        return HttpRequest.newBuilder(endpoint.uri().resolve(path))
                .header("Authorization", SIGNATURE.formatted(service))
                .header("X-Amz-Target", "Service." + operation)
                .header("Content-Type", "application/x-amz-json-1.1")
                .POST(BodyPublishers.ofString(body))
                .build();
    }
}
