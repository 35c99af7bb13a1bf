package io.aurorarestore.local.services.sns;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Delivers to web servers: a confirmation first, then notifications, in SNS's envelope or raw. In the background, with
 * SNS's headers, and once: what does not arrive is dropped with a line in the log.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-http-https-endpoint-as-subscriber.html">AWS</a>
 */
final class HttpDelivery {

    private static final Logger LOG = Logger.getLogger(HttpDelivery.class);
    /** SNS's. */
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final SnsEnvelope envelope;
    private final Clock clock;

    HttpDelivery(SnsEnvelope envelope, Clock clock) {
        this.envelope = envelope;
        this.clock = clock;
    }

    void confirm(Subscription subscription) {
        String id = UUID.randomUUID().toString();
        String body = envelope.confirmation(subscription, id, PublishedMessage.time(clock.instant()))
                .toString();
        send(id, request(subscription, "SubscriptionConfirmation", id, body).build());
    }

    void deliver(PublishedMessage message, Subscription subscription) {
        String body = subscription.isRaw()
                ? message.text(subscription.protocol())
                : envelope.notification(message, subscription).toString();
        HttpRequest.Builder request = request(subscription, "Notification", message.messageId(), body)
                .header("x-amz-sns-subscription-arn", subscription.arn());
        if (subscription.isRaw()) {
            request.header("x-amz-sns-rawdelivery", "true");
        }
        send(message.messageId(), request.build());
    }

    private static HttpRequest.Builder request(Subscription subscription, String type, String id, String body) {
        return HttpRequest.newBuilder(URI.create(subscription.endpoint()))
                .timeout(LONGEST)
                .header("x-amz-sns-message-type", type)
                .header("x-amz-sns-message-id", id)
                .header("x-amz-sns-topic-arn", subscription.topicArn())
                .header("Content-Type", "text/plain; charset=UTF-8")
                .header("User-Agent", "Amazon Simple Notification Service Agent")
                .POST(BodyPublishers.ofString(body));
    }

    private void send(String messageId, HttpRequest request) {
        client.sendAsync(request, BodyHandlers.discarding()).whenComplete((answer, failure) -> {
            if (failure != null || answer.statusCode() >= 300) {
                LOG.warnf(
                        "SNS message %s to %s is dropped: %s",
                        messageId, request.uri(), failure == null ? answer : failure);
            }
        });
    }
}
