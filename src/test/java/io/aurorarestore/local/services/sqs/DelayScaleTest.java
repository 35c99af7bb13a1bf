package io.aurorarestore.local.services.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.local.front.AwsRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DelayScaleTest {

    private final DelayScale scale = new DelayScale(60);

    @Test
    void divides_a_delay_and_rounds_up_to_whole_seconds() {
        assertThat(json("{\"DelaySeconds\":900}")).isEqualTo("{\"DelaySeconds\":15}");
        assertThat(json("{\"DelaySeconds\":61}")).isEqualTo("{\"DelaySeconds\":2}");
        assertThat(json("{\"DelaySeconds\":1}")).isEqualTo("{\"DelaySeconds\":1}");
        assertThat(json("{\"DelaySeconds\":0}")).isEqualTo("{\"DelaySeconds\":0}");
    }

    @Test
    void leaves_what_sqs_would_refuse() {
        assertThat(json("{\"DelaySeconds\":901}")).isEqualTo("{\"DelaySeconds\":901}");
        assertThat(json("{\"DelaySeconds\":-1}")).isEqualTo("{\"DelaySeconds\":-1}");
        assertThat(json("no json")).isEqualTo("no json");
    }

    @Test
    void divides_each_delay_of_a_batch() {
        assertThat(json("{\"Entries\":[{\"DelaySeconds\":120},{}]}"))
                .isEqualTo("{\"Entries\":[{\"DelaySeconds\":2},{}]}");
    }

    private String json(String body) {
        return apply(Map.of("x-amz-target", "AmazonSQS.SendMessage"), body);
    }

    private String apply(Map<String, String> headers, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return scale.apply(new AwsRequest("sqs", "us-east-1", "key", "POST", "/", "", headers, bytes))
                .text();
    }
}
