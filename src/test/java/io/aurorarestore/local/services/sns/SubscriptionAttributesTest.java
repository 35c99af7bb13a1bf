package io.aurorarestore.local.services.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.local.services.sqs.Queue;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;

class SubscriptionAttributesTest extends WithTopic {

    private static final String FAILED = "{\"status\":[\"FAILED\"]}";

    @Test
    void only_what_the_filter_policy_wants_is_delivered() {
        Queue queue = aQueue();
        subscribe("sqs", queue.arn(), Map.of("FilterPolicy", FAILED));

        publish("one", "SUCCEEDED");
        publish("two", "FAILED");

        assertThat(next(queue)).isEqualTo("two");
    }

    @Test
    void a_filter_policy_may_come_later_and_go_again() {
        Queue queue = aQueue();
        String subscription = subscribe("sqs", queue.arn(), Map.of());

        set(subscription, "FilterPolicy", FAILED);
        publish("one", "SUCCEEDED");
        publish("two", "FAILED");
        assertThat(next(queue)).isEqualTo("two");

        set(subscription, "FilterPolicy", "{}");
        publish("three", "SUCCEEDED");
        assertThat(next(queue)).isEqualTo("three");
        assertThat(attributes(subscription)).doesNotContainKey("FilterPolicy");
    }

    @Test
    void a_filter_policy_may_look_at_the_body() {
        Queue queue = aQueue();
        subscribe(
                "sqs",
                queue.arn(),
                Map.of(
                        "FilterPolicyScope",
                        "MessageBody",
                        "FilterPolicy",
                        "{\"a\":{\"b\":[{\"numeric\":[\">\",1]}]}}"));

        publish("no JSON", "FAILED");
        publish("{\"a\":{\"b\":1}}", "FAILED");
        publish("{\"a\":{\"b\":2}}", "FAILED");

        assertThat(next(queue)).isEqualTo("{\"a\":{\"b\":2}}");
    }

    @Test
    void what_was_set_is_shown() {
        String subscription = subscribe("sqs", aQueue().arn(), Map.of("FilterPolicy", FAILED));

        assertThat(attributes(subscription))
                .containsEntry("SubscriptionArn", subscription)
                .containsEntry("FilterPolicy", FAILED)
                .containsEntry("FilterPolicyScope", "MessageAttributes")
                .containsEntry("RawMessageDelivery", "false")
                .containsEntry("PendingConfirmation", "false")
                .containsEntry("Protocol", "sqs");
    }

    @Test
    void refuses_what_sns_refuses() {
        String queue = aQueue().arn();
        refuses(
                "Invalid parameter: Attributes Reason: FilterPolicy: failed to parse JSON.",
                () -> subscribe("sqs", queue, Map.of("FilterPolicy", "x")));
        refuses(
                "Invalid parameter: Attributes Reason: FilterPolicy: Unrecognized match type like",
                () -> subscribe("sqs", queue, Map.of("FilterPolicy", "{\"a\":[{\"like\":\"b\"}]}")));
        refuses(
                "Invalid parameter: Attributes Reason: AttributeName",
                () -> subscribe("sqs", queue, Map.of("Colour", "red")));
        refuses(
                "Delivery protocol [email] does not support raw message delivery.",
                () -> subscribe("email", "a@b.c", Map.of("RawMessageDelivery", "true")));

        String subscription = subscribe("sqs", queue, Map.of());
        refuses(
                "Subscription already exists with different attributes",
                () -> subscribe("sqs", queue, Map.of("RawMessageDelivery", "true")));
        refuses("Invalid parameter: AttributeName", () -> set(subscription, "Colour", "red"));
        refuses(
                "Invalid parameter: FilterPolicyScope: Invalid value [Subject]."
                        + " Please use either MessageBody or MessageAttributes",
                () -> set(subscription, "FilterPolicyScope", "Subject"));
        refuses(
                "Invalid parameter: RawMessageDelivery: Invalid value [yes]. Must be true or false.",
                () -> set(subscription, "RawMessageDelivery", "yes"));
        assertThat(attributes(subscription)).containsEntry("RawMessageDelivery", "false");
    }

    private static void refuses(String description, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(InvalidParameterException.class).hasMessageContaining(description);
    }
}
