package io.aurorarestore.local.services.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.local.services.sns.WebServer.Post;
import io.aurorarestore.local.services.sqs.Queue;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.Subscription;

class HttpSubscriptionTest extends WithTopic {

    private WebServer server;

    @BeforeEach
    void aServer() throws IOException {
        server = new WebServer();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_server_confirms_by_visiting_a_url_and_then_gets_notifications() throws Exception {
        String arn = subscribe("http", server.url(), Map.of());

        Post asked = server.next();
        JsonNode confirmation = asked.json();
        assertThat(asked.header("x-amz-sns-message-type")).isEqualTo("SubscriptionConfirmation");
        assertThat(asked.header("x-amz-sns-topic-arn")).isEqualTo(topic);
        assertThat(asked.header("x-amz-sns-subscription-arn")).isNull();
        assertThat(confirmation.path("Type").asText()).isEqualTo("SubscriptionConfirmation");
        assertThat(confirmation.path("MessageId").asText()).isEqualTo(asked.header("x-amz-sns-message-id"));
        assertThat(visit(confirmation.path("SubscribeURL").asText()).body()).contains(arn);

        String id = publish(publish -> publish.subject("Hi").message("there"));

        Post told = server.next();
        assertThat(told.header("x-amz-sns-message-type")).isEqualTo("Notification");
        assertThat(told.header("x-amz-sns-message-id")).isEqualTo(id);
        assertThat(told.header("x-amz-sns-subscription-arn")).isEqualTo(arn);
        assertThat(told.header("content-type")).isEqualTo("text/plain; charset=UTF-8");
        assertThat(told.json().path("Subject").asText()).isEqualTo("Hi");
        assertThat(told.json().path("Message").asText()).isEqualTo("there");

        visit(told.json().path("UnsubscribeURL").asText());
        assertThat(client.listSubscriptionsByTopic(list -> list.topicArn(topic)).subscriptions())
                .isEmpty();
    }

    @Test
    void a_subscription_is_pending_until_it_is_confirmed() throws Exception {
        String shown = client.subscribe(
                        subscribe -> subscribe.topicArn(topic).protocol("http").endpoint(server.url()))
                .subscriptionArn();
        String arn = subscribe("http", server.url(), Map.of());
        String token = server.next().json().path("Token").asText();

        assertThat(shown).isEqualTo("pending confirmation");
        assertThat(server.next().json().path("Token").asText()).isEqualTo(token);
        assertThat(client.listSubscriptionsByTopic(list -> list.topicArn(topic)).subscriptions())
                .extracting(Subscription::subscriptionArn)
                .containsExactly("PendingConfirmation");
        assertThat(attributes(arn)).containsEntry("PendingConfirmation", "true");

        publish("too early", "FAILED");
        confirm(token);
        publish("in time", "FAILED");

        assertThat(server.next().json().path("Message").asText()).isEqualTo("in time");
        assertThat(attributes(arn)).containsEntry("PendingConfirmation", "false");
    }

    @Test
    void a_wrong_token_confirms_nothing() {
        subscribe("http", server.url(), Map.of());

        assertThatThrownBy(() -> confirm("wrong"))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("Token");
    }

    @Test
    void raw_delivery_posts_the_text_of_the_protocol_alone() throws Exception {
        confirmed(Map.of("RawMessageDelivery", "true"));

        publish(publish -> publish.messageStructure("json").message("{\"default\":\"d\",\"http\":\"h\"}"));

        Post told = server.next();
        assertThat(told.body()).isEqualTo("h");
        assertThat(told.header("x-amz-sns-rawdelivery")).isEqualTo("true");
        assertThat(told.header("x-amz-sns-message-type")).isEqualTo("Notification");
    }

    @Test
    void filter_policies_count_for_servers_too() throws Exception {
        confirmed(Map.of("FilterPolicy", "{\"status\":[{\"anything-but\":\"SUCCEEDED\"}]}"));

        publish("one", "SUCCEEDED");
        publish("two", "FAILED");

        assertThat(server.next().json().path("Message").asText()).isEqualTo("two");
    }

    @Test
    void what_the_server_refuses_is_dropped() throws Exception {
        confirmed(Map.of());
        server.answer(403);

        publish("refused", "FAILED");
        assertThat(server.next().json().path("Message").asText()).isEqualTo("refused");
        publish("next", "FAILED");

        assertThat(server.next().json().path("Message").asText()).isEqualTo("next");
        assertThat(server.hasMore()).isFalse();
    }

    @Test
    void a_server_that_is_gone_holds_up_nobody() throws Exception {
        Queue queue = aQueue();
        confirmed(Map.of());
        subscribe("sqs", queue.arn(), Map.of());
        server.close();

        publish("m", "FAILED");

        assertThat(next(queue)).isEqualTo("m");
    }

    @Test
    void an_address_stays_pending_since_no_mail_is_sent() {
        String arn = subscribe("email", "somebody@example.com", Map.of());

        assertThat(attributes(arn)).containsEntry("PendingConfirmation", "true");
        publish("m", "FAILED");
    }

    @Test
    void a_url_must_be_one_of_its_protocol() {
        for (String url : new String[] {"https://localhost/", "localhost", "http://", "http://a b"}) {
            assertThatThrownBy(() -> subscribe("http", url, Map.of()))
                    .isInstanceOf(InvalidParameterException.class)
                    .hasMessageContaining("Endpoint must match the specified protocol");
        }
    }

    private void confirmed(Map<String, String> attributes) throws InterruptedException {
        subscribe("http", server.url(), attributes);
        confirm(server.next().json().path("Token").asText());
    }

    private void confirm(String token) {
        client.confirmSubscription(confirm -> confirm.topicArn(topic).token(token));
    }

    private static HttpResponse<String> visit(String url) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }
}
