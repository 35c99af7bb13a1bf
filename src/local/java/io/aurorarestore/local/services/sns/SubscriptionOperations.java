package io.aurorarestore.local.services.sns;

import io.aurorarestore.local.front.AwsRequest;
import io.aurorarestore.local.front.Form;
import io.aurorarestore.local.front.Xml;
import io.aurorarestore.local.services.Aws;
import java.util.Map;

/** Subscribe, ConfirmSubscription, Unsubscribe, and a subscription's attributes. */
final class SubscriptionOperations {

    private final Topics topics;
    private final Delivery delivery;

    SubscriptionOperations(Topics topics, Delivery delivery) {
        this.topics = topics;
        this.delivery = delivery;
    }

    /** Subscribing again gives the subscription there is, and asks again for its confirmation. */
    void subscribe(AwsRequest request, Form form, Xml result) {
        var asked = new SubscribeForm(form);
        Subscription subscription =
                topics.get(form.get("TopicArn", "")).subscribe(asked.protocol(), asked.endpoint(), asked.attributes());
        if (subscription.pending()) {
            delivery.confirm(subscription);
        }
        boolean known = !subscription.pending() || asked.wantsArn();
        result.text("SubscriptionArn", known ? subscription.arn() : "pending confirmation");
    }

    void confirm(AwsRequest request, Form form, Xml result) {
        Topic topic = topics.get(form.get("TopicArn", ""));
        String token = form.get("Token", "");
        Subscription pending = topic.subscriptions().stream()
                .filter(each -> each.token().equals(token))
                .findFirst()
                .orElseThrow(() -> SnsErrors.invalid("Token"));
        topic.change(pending.arn(), Subscription::confirmed);
        result.text("SubscriptionArn", pending.arn());
    }

    void unsubscribe(AwsRequest request, Form form, Xml result) {
        var subscription = topics.subscription(form.get("SubscriptionArn", ""));
        topics.get(subscription.topicArn()).remove(subscription.arn());
    }

    void attributes(AwsRequest request, Form form, Xml result) {
        var subscription = topics.subscription(form.get("SubscriptionArn", ""));
        new AttributesXml().write(result, subscription.shown(Aws.ACCOUNT));
    }

    void setAttributes(AwsRequest request, Form form, Xml result) {
        var subscription = topics.subscription(form.get("SubscriptionArn", ""));
        var change = Map.of(form.get("AttributeName", ""), form.get("AttributeValue", ""));
        try {
            topics.get(subscription.topicArn())
                    .change(
                            subscription.arn(),
                            each -> each.with(each.attributes().with(change, each.protocol())));
        } catch (IllegalArgumentException e) {
            throw SnsErrors.invalid(String.valueOf(e.getMessage()));
        }
    }
}
