package io.aurorarestore.local.services.sns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.aurorarestore.local.front.AwsRequest;
import io.aurorarestore.local.front.AwsService;
import io.aurorarestore.local.front.Form;
import io.aurorarestore.local.front.QueryService;
import io.aurorarestore.local.front.Xml;
import io.aurorarestore.local.services.sqs.Sqs;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * SNS: topics, subscriptions of queues and web servers with filter policies, and all that was ever published, to be
 * looked at. What it sends is not signed.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_Operations.html">AWS</a>
 */
public final class Sns {

    private static final String NAMESPACE = "http://sns.amazonaws.com/doc/2010-03-31/";

    private final Topics topics = new Topics();
    private final List<PublishedMessage> published = new CopyOnWriteArrayList<>();
    private final Delivery delivery;
    private final Clock clock;

    /**
     * @param sqs where subscribed queues are
     * @param endpoint where the local AWS answers: confirmations are sent there
     */
    public Sns(Sqs sqs, Clock clock, URI endpoint) {
        var envelope = new Envelope(endpoint);
        var retries = new Retries(Duration.ofMillis(200), 3);
        this.delivery = new Delivery(new SqsDelivery(sqs, envelope), new HttpDelivery(envelope, retries, clock));
        this.clock = clock;
    }

    public AwsService service() {
        var topic = new TopicOperations(topics);
        var subscription = new SubscriptionOperations(topics, delivery);
        var lists = new SubscriptionLists(topics);
        return new QueryService(
                NAMESPACE,
                Map.ofEntries(
                        Map.entry("Publish", this::publish),
                        Map.entry("CreateTopic", topic::create),
                        Map.entry("DeleteTopic", topic::delete),
                        Map.entry("ListTopics", topic::list),
                        Map.entry("GetTopicAttributes", topic::attributes),
                        Map.entry("Subscribe", subscription::subscribe),
                        Map.entry("ConfirmSubscription", subscription::confirm),
                        Map.entry("Unsubscribe", subscription::unsubscribe),
                        Map.entry("ListSubscriptions", lists::all),
                        Map.entry("ListSubscriptionsByTopic", lists::byTopic),
                        Map.entry("GetSubscriptionAttributes", subscription::attributes),
                        Map.entry("SetSubscriptionAttributes", subscription::setAttributes)));
    }

    /**
     * Creates a topic as CloudFormation would.
     *
     * @param properties the resolved properties of an {@code AWS::SNS::Topic}
     * @return the topic's ARN
     */
    public String createTopic(String region, Map<String, Object> properties) {
        return topics.create(region, String.valueOf(properties.get("TopicName")))
                .arn();
    }

    /** What was published since the start, oldest first, as a JSON array. */
    public JsonNode toJson() {
        var array = JsonNodeFactory.instance.arrayNode();
        published.forEach(message -> array.add(message.toJson()));
        return array;
    }

    private void publish(AwsRequest request, Form form, Xml result) {
        var content = new PublishForm(form);
        Topic topic = topics.get(content.topicArn());
        var message = new PublishedMessage(
                topic.arn(),
                UUID.randomUUID().toString(),
                content.subject(),
                content.message(),
                content.isStructured(),
                content.attributes(),
                clock.instant());
        published.add(message);
        topic.subscriptions().forEach(subscription -> delivery.deliver(message, subscription));
        result.text("MessageId", message.messageId());
    }
}
