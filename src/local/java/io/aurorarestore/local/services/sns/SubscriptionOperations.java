package io.aurorarestore.local.services.sns;

import io.aurorarestore.local.front.AwsRequest;
import io.aurorarestore.local.front.Form;
import io.aurorarestore.local.front.Xml;
import io.aurorarestore.local.services.Aws;
import io.aurorarestore.local.services.Page;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Subscribe and what concerns subscriptions. Only queues can subscribe. */
final class SubscriptionOperations {

    private static final int PAGE = 100;
    private static final Set<String> ATTRIBUTES = Set.of("RawMessageDelivery");

    private final Topics topics;

    SubscriptionOperations(Topics topics) {
        this.topics = topics;
    }

    /** Subscribing a queue again gives the subscription it has. */
    void subscribe(AwsRequest request, Form form, Xml result) {
        Topic topic = topics.get(form.get("TopicArn", ""));
        String endpoint = queue(form);
        var subscription = topic.subscriptions().stream()
                .filter(known -> known.endpoint().equals(endpoint))
                .findFirst()
                .orElseGet(() -> create(topic, endpoint, form));
        topic.put(subscription);
        result.text("SubscriptionArn", subscription.arn());
    }

    private Subscription create(Topic topic, String endpoint, Form form) {
        String arn = topic.arn() + ":" + UUID.randomUUID();
        var subscription = new Subscription(arn, topic.arn(), "sqs", endpoint, Map.of());
        for (Form entry : form.list("Attributes.entry")) {
            subscription = with(subscription, entry.get("key", ""), entry.get("value", ""));
        }
        return subscription;
    }

    private String queue(Form form) {
        String protocol = form.get("Protocol", "");
        if (!protocol.equals("sqs")) {
            throw SnsErrors.invalid("the local AWS does not support the protocol '" + protocol + "', only sqs");
        }
        return form.get("Endpoint")
                .filter(arn -> arn.matches("arn:aws:sqs:[^:]+:\\d{12}:[^:]+"))
                .orElseThrow(() -> SnsErrors.invalid("SQS endpoint ARN"));
    }

    private Subscription with(Subscription subscription, String name, String value) {
        if (!ATTRIBUTES.contains(name)) {
            throw SnsErrors.invalid("the local AWS does not support the attribute '" + name + "'");
        }
        if (!Set.of("true", "false").contains(value)) {
            throw SnsErrors.invalid("Attributes Reason: " + name + ": Invalid value [" + value + "]");
        }
        return subscription.with(name, value);
    }

    void unsubscribe(AwsRequest request, Form form, Xml result) {
        var subscription = topics.subscription(form.get("SubscriptionArn", ""));
        topics.get(subscription.topicArn()).remove(subscription.arn());
    }

    void list(AwsRequest request, Form form, Xml result) {
        write(topics.in(request.region()), form, result);
    }

    void listByTopic(AwsRequest request, Form form, Xml result) {
        write(Set.of(topics.get(form.get("TopicArn", ""))), form, result);
    }

    private void write(Collection<Topic> of, Form form, Xml result) {
        var all = of.stream().flatMap(topic -> topic.subscriptions().stream()).toList();
        var page = Page.of(all, form.get("NextToken", ""), PAGE, SnsErrors.invalid("NextToken"));
        result.element(
                "Subscriptions",
                list -> page.items().forEach(each -> list.element("member", member -> write(member, each))));
        result.text("NextToken", page.next());
    }

    private void write(Xml member, Subscription subscription) {
        member.text("TopicArn", subscription.topicArn())
                .text("Protocol", subscription.protocol())
                .text("SubscriptionArn", subscription.arn())
                .text("Owner", Aws.ACCOUNT)
                .text("Endpoint", subscription.endpoint());
    }

    void attributes(AwsRequest request, Form form, Xml result) {
        var subscription = topics.subscription(form.get("SubscriptionArn", ""));
        var attributes = new TreeMap<>(Map.of(
                "SubscriptionArn", subscription.arn(),
                "TopicArn", subscription.topicArn(),
                "Protocol", subscription.protocol(),
                "Endpoint", subscription.endpoint(),
                "Owner", Aws.ACCOUNT,
                "PendingConfirmation", "false",
                "RawMessageDelivery", String.valueOf(subscription.isRaw())));
        new AttributesXml().write(result, attributes);
    }

    void setAttributes(AwsRequest request, Form form, Xml result) {
        var subscription = topics.subscription(form.get("SubscriptionArn", ""));
        String value = form.get("AttributeValue", "");
        topics.get(subscription.topicArn()).put(with(subscription, form.get("AttributeName", ""), value));
    }
}
