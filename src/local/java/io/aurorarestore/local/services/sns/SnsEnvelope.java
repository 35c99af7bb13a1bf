package io.aurorarestore.local.services.sns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * SNS's JSON around a message. It is not signed and says so. Its URLs work without a signature, too: they name the
 * region where a presigned URL would.
 *
 * @param endpoint where the local AWS answers
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html">AWS</a>
 */
record SnsEnvelope(URI endpoint) {

    ObjectNode notification(PublishedMessage message, Subscription subscription) {
        var json = Json.object().put("Type", "Notification").put("MessageId", message.messageId());
        json.put("TopicArn", message.topicArn());
        if (message.subject() != null) {
            json.put("Subject", message.subject());
        }
        json.put("Message", message.text(subscription.protocol()));
        unsigned(json, message.time());
        json.put("UnsubscribeURL", url("Unsubscribe", "SubscriptionArn", subscription.arn(), message.topicArn()));
        if (!message.attributes().isEmpty()) {
            json.set("MessageAttributes", message.attributesJson());
        }
        return json;
    }

    ObjectNode confirmation(Subscription subscription, String messageId, String time) {
        String topic = subscription.topicArn();
        var json = Json.object().put("Type", "SubscriptionConfirmation").put("MessageId", messageId);
        json.put("Token", subscription.token()).put("TopicArn", topic);
        json.put(
                "Message",
                "You have chosen to subscribe to the topic " + topic
                        + ".\nTo confirm the subscription, visit the SubscribeURL included in this message.");
        json.put(
                "SubscribeURL",
                url("ConfirmSubscription", "TopicArn", topic, topic) + "&Token=" + subscription.token());
        return unsigned(json, time);
    }

    private static ObjectNode unsigned(ObjectNode json, String time) {
        return json.put("Timestamp", time)
                .put("SignatureVersion", "1")
                .put("Signature", "not signed by the local AWS")
                .put("SigningCertURL", "");
    }

    private String url(String action, String name, String value, String topicArn) {
        String region = topicArn.split(":", -1)[3];
        return endpoint + "/?Action=" + action + "&" + name + "=" + encoded(value) + "&X-Amz-Credential="
                + encoded("anybody/20260101/" + region + "/sns/aws4_request");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
