package io.aurorarestore.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.local.BrowserRequest;
import io.aurorarestore.local.front.PortTakenException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpApiTest {

    @Test
    void answers_as_api_gateway_does_where_no_route_fits() throws Exception {
        try (HttpApi api = new HttpApi(0, "-Dlocal.api.port", false)) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + api.port() + "/restores"))
                    .build();

            var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(response.body()).isEqualTo("{\"message\":\"Not Found\"}");
        }
    }

    @Test
    void a_taken_port_is_told_with_the_option_that_chooses_another() throws Exception {
        try (HttpApi api = new HttpApi(0, "-Dlocal.api.port", false)) {
            assertThatThrownBy(() -> new HttpApi(api.port(), "-Dlocal.api.port", false))
                    .isInstanceOf(PortTakenException.class)
                    .hasMessageContaining("-Dlocal.api.port");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, http://evil.example",
        "localhost, null",
        "localhost, ''",
        "evil.example, http://evil.example",
        "localhost.evil.example, http://localhost.evil.example"
    })
    void no_other_site_can_click_a_button_of_the_dashboards_page(String host, String origin) throws Exception {
        try (HttpApi api = new HttpApi(0, "-Dlocal.api.port", false);
                LambdaFunction never = neverInvoked()) {
            api.show(never, Optional.of(never));

            assertThat(new BrowserRequest(host, origin).to(api.port(), "/")).startsWith("HTTP/1.1 403 ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, http://evil.example",
        "localhost, null",
        "localhost, http://localhost:9999",
        "evil.example, http://evil.example"
    })
    void no_other_site_can_ask_for_a_restore(String host, String origin) throws Exception {
        try (HttpApi api = new HttpApi(0, "-Dlocal.api.port", false);
                LambdaFunction never = neverInvoked()) {
            api.serve(never);

            assertThat(new BrowserRequest(host, origin).to(api.port(), "/restores"))
                    .startsWith("HTTP/1.1 403 ");
        }
    }

    @ParameterizedTest
    @CsvSource({"localhost, http://localhost", "127.0.0.1, ''", "aws.internal, ''"})
    void a_program_that_is_no_browser_and_a_page_of_this_host_are_let_in(String host, String origin) throws Exception {
        try (HttpApi api = new HttpApi(0, "-Dlocal.api.port", false)) {
            assertThat(new BrowserRequest(host, origin).to(api.port(), "/restores"))
                    .startsWith("HTTP/1.1 404 ");
        }
    }

    private static LambdaFunction neverInvoked() {
        FunctionSettings settings = new FunctionSettings(
                "never", "arn", "handler", false, Duration.ofSeconds(1), Map.of(), Path.of("never.log"));
        FunctionPackage nothing = new FunctionPackage(Path.of("nowhere"), List.of());
        return new LambdaFunction(settings, nothing, 1, notice -> {});
    }
}
