package io.aurorarestore.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.local.front.PortTakenException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

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
}
