package io.aurorarestore.local.services.sns;

import io.aurorarestore.local.front.Form;
import io.aurorarestore.local.front.QueryOperation;
import io.aurorarestore.local.services.Aws;
import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.services.sns.model.ConfirmSubscriptionResponse;
import software.amazon.awssdk.services.sns.model.GetSubscriptionAttributesResponse;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicResponse;
import software.amazon.awssdk.services.sns.model.SetSubscriptionAttributesResponse;
import software.amazon.awssdk.services.sns.model.SubscribeResponse;
import software.amazon.awssdk.services.sns.model.UnsubscribeResponse;

/** Subscribe and what goes on with a subscription from then on. */
record SubscriptionOperations(Topics topics, Delivery delivery) {

    Map<String, QueryOperation> all() {
        return Map.of(
                "Subscribe", this::subscribe,
                "ConfirmSubscription", this::confirm,
                "Unsubscribe", this::unsubscribe,
                "ListSubscriptionsByTopic", this::list,
                "GetSubscriptionAttributes", this::attributes,
                "SetSubscriptionAttributes", this::setAttributes);
    }

    /** Subscribing again gives the subscription there is, and asks again for its confirmation. */
    private QueryOperation.Call subscribe(Form form) {
        boolean wantsArn = form.isSet("ReturnSubscriptionArn");
        Subscription wanted = wanted(form);
        return request -> {
            Subscription subscription = topics.subscribe(wanted);
            if (subscription.pending()) {
                delivery.confirm(subscription);
            }
            return SubscribeResponse.builder()
                    .subscriptionArn(wantsArn || !subscription.pending() ? subscription.arn() : "pending confirmation")
                    .build();
        };
    }

    private static Subscription wanted(Form form) {
        String protocol = form.get("Protocol", "");
        String endpoint = form.get("Endpoint", "");
        check(protocol, endpoint);
        try {
            var attributes = SubscriptionAttributes.NONE.with(form.map("Attributes", "key", "value"), protocol);
            return Subscription.of(form.get("TopicArn", ""), protocol, endpoint, attributes);
        } catch (IllegalArgumentException e) {
            throw Topics.invalid("Attributes Reason: " + e.getMessage());
        }
    }

    private static void check(String protocol, String endpoint) {
        switch (protocol) {
            case "sqs" -> check(endpoint.matches("arn:aws[a-z-]*:sqs:[^:]+:\\d{12}:[^:]+"), "SQS endpoint ARN");
            case "http", "https" -> check(isUrl(protocol, endpoint), "Endpoint must match the specified protocol");
            case "email" -> check(endpoint.matches("\\S+@\\S+"), "Email address");
            default ->
                throw Topics.invalid("the local AWS does not support the protocol '" + protocol
                        + "', only sqs, http, https and email");
        }
    }

    private static void check(boolean valid, String otherwise) {
        if (!valid) {
            throw Topics.invalid(otherwise);
        }
    }

    private static boolean isUrl(String protocol, String endpoint) {
        try {
            URI url = URI.create(endpoint);
            return protocol.equals(url.getScheme()) && url.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private QueryOperation.Call confirm(Form form) {
        String topic = form.get("TopicArn", "");
        String token = form.get("Token", "");
        return request -> {
            Subscription pending = topics.subscriptions(topic).stream()
                    .filter(each -> each.token().equals(token))
                    .findFirst()
                    .orElseThrow(() -> Topics.invalid("Token"));
            topics.change(pending, Subscription::confirmed);
            return ConfirmSubscriptionResponse.builder()
                    .subscriptionArn(pending.arn())
                    .build();
        };
    }

    private QueryOperation.Call unsubscribe(Form form) {
        String arn = form.get("SubscriptionArn", "");
        return request -> {
            topics.end(topics.subscription(arn));
            return UnsubscribeResponse.builder().build();
        };
    }

    private QueryOperation.Call list(Form form) {
        String topic = form.get("TopicArn", "");
        return request -> ListSubscriptionsByTopicResponse.builder()
                .subscriptions(topics.subscriptions(topic).stream()
                        .map(SubscriptionOperations::listed)
                        .toList())
                .build();
    }

    private static software.amazon.awssdk.services.sns.model.Subscription listed(Subscription each) {
        return software.amazon.awssdk.services.sns.model.Subscription.builder()
                .topicArn(each.topicArn())
                .protocol(each.protocol())
                .subscriptionArn(each.pending() ? "PendingConfirmation" : each.arn())
                .owner(Aws.ACCOUNT)
                .endpoint(each.endpoint())
                .build();
    }

    private QueryOperation.Call attributes(Form form) {
        String arn = form.get("SubscriptionArn", "");
        return request -> GetSubscriptionAttributesResponse.builder()
                .attributes(topics.subscription(arn).shown())
                .build();
    }

    private QueryOperation.Call setAttributes(Form form) {
        String arn = form.get("SubscriptionArn", "");
        var change = Map.of(form.get("AttributeName", ""), form.get("AttributeValue", ""));
        return request -> {
            try {
                topics.change(
                        topics.subscription(arn),
                        each -> each.with(each.attributes().with(change, each.protocol())));
            } catch (IllegalArgumentException e) {
                throw Topics.invalid(String.valueOf(e.getMessage()));
            }
            return SetSubscriptionAttributesResponse.builder().build();
        };
    }
}
