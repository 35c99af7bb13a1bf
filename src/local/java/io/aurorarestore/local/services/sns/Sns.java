package io.aurorarestore.local.services.sns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.aurorarestore.local.front.AwsService;
import io.aurorarestore.local.front.Form;
import io.aurorarestore.local.front.QueryOperation;
import io.aurorarestore.local.front.QueryService;
import io.aurorarestore.local.services.sqs.Sqs;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.services.sns.model.PublishResponse;

/**
 * SNS: topics, subscriptions of queues and web servers with filter policies, and all that was ever published, to be
 * looked at. What it sends is not signed.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_Operations.html">AWS</a>
 */
public final class Sns {

    private static final String NAMESPACE = "http://sns.amazonaws.com/doc/2010-03-31/";

    private final Topics topics = new Topics();
    private final List<JsonNode> published = new CopyOnWriteArrayList<>();
    private final Delivery delivery;
    private final Clock clock;

    /**
     * @param sqs where subscribed queues are
     * @param endpoint where the local AWS answers: confirmations are sent there
     */
    public Sns(Sqs sqs, Clock clock, URI endpoint) {
        var envelope = new SnsEnvelope(endpoint);
        this.delivery = new Delivery(sqs, envelope, new HttpDelivery(envelope, clock));
        this.clock = clock;
    }

    public AwsService service() {
        var operations = new HashMap<>(new SubscriptionOperations(topics, delivery).all());
        operations.put("Publish", this::publish);
        operations.put("PublishBatch", this::publishBatch);
        return new QueryService(NAMESPACE, operations);
    }

    /**
     * Creates a topic as CloudFormation would.
     *
     * @param properties the resolved properties of an {@code AWS::SNS::Topic}
     * @return the topic's ARN
     */
    public String createTopic(String region, Map<String, Object> properties) {
        return topics.create(region, String.valueOf(properties.get("TopicName")));
    }

    /** What was published since the start, oldest first, as a JSON array. */
    public JsonNode toJson() {
        return JsonNodeFactory.instance.arrayNode().addAll(published);
    }

    private QueryOperation.Call publish(Form form) {
        PublishedMessage message =
                new PublishForm(form, form.get("TopicArn").or(() -> form.get("TargetArn"))).message(clock.instant());
        return request -> {
            publish(message);
            return PublishResponse.builder().messageId(message.messageId()).build();
        };
    }

    private QueryOperation.Call publishBatch(Form form) {
        PublishBatchForm batch = new PublishBatchForm(form);
        List<PublishBatchForm.Entry> entries = batch.entries(clock.instant());
        return request -> {
            topics.subscriptions(batch.topicArn()); // there is such a topic
            entries.forEach(entry -> entry.message().ifPresent(this::publish));
            return batch.answer(entries);
        };
    }

    private void publish(PublishedMessage message) {
        var subscriptions = topics.subscriptions(message.topicArn());
        published.add(message.toJson());
        subscriptions.forEach(subscription -> delivery.deliver(message, subscription));
    }
}
