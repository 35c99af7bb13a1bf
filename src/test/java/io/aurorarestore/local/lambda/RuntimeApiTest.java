package io.aurorarestore.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RuntimeApiTest {

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void a_process_that_has_said_that_it_cannot_start_gets_no_invocation() throws Exception {
        try (RuntimeApi api = new RuntimeApi("arn:aws:lambda:us-east-1:123456789012:function:fake")) {
            Work work = new Work(new FunctionInvocation(new byte[0], 0), Duration.ofSeconds(5));
            api.hand(work);

            assertThat(status(request(api, "init/error").POST(BodyPublishers.ofString("{}"))))
                    .isEqualTo(202);
            assertThat(status(request(api, "invocation/next"))).isEqualTo(403);
            assertThat(work.taken()).isNotDone();
            assertThat(api.asked()).isNotDone();
        }
    }

    private static HttpRequest.Builder request(RuntimeApi api, String path) {
        return HttpRequest.newBuilder(URI.create("http://" + api.address() + "/2018-06-01/runtime/" + path));
    }

    private int status(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString()).statusCode();
    }
}
