package io.aurorarestore.local.services.sns;

import io.aurorarestore.local.front.AwsRequest;
import io.aurorarestore.local.front.Form;
import io.aurorarestore.local.front.Xml;
import io.aurorarestore.local.services.Aws;
import io.aurorarestore.local.services.Page;
import java.util.Map;
import java.util.TreeMap;

/** CreateTopic, DeleteTopic, ListTopics, GetTopicAttributes. */
final class TopicOperations {

    private static final int PAGE = 100;

    private final Topics topics;

    TopicOperations(Topics topics) {
        this.topics = topics;
    }

    void create(AwsRequest request, Form form, Xml result) {
        result.text(
                "TopicArn",
                topics.create(request.region(), form.get("Name", "")).arn());
    }

    void delete(AwsRequest request, Form form, Xml result) {
        topics.delete(form.get("TopicArn", ""));
    }

    void list(AwsRequest request, Form form, Xml result) {
        var page =
                Page.of(topics.in(request.region()), form.get("NextToken", ""), PAGE, SnsErrors.invalid("NextToken"));
        result.element(
                "Topics",
                list -> page.items()
                        .forEach(topic -> list.element("member", member -> member.text("TopicArn", topic.arn()))));
        result.text("NextToken", page.next());
    }

    void attributes(AwsRequest request, Form form, Xml result) {
        Topic topic = topics.get(form.get("TopicArn", ""));
        long pending =
                topic.subscriptions().stream().filter(Subscription::pending).count();
        var attributes = new TreeMap<>(Map.of(
                "TopicArn",
                topic.arn(),
                "Owner",
                Aws.ACCOUNT,
                "DisplayName",
                "",
                "SubscriptionsConfirmed",
                String.valueOf(topic.subscriptions().size() - pending),
                "SubscriptionsPending",
                String.valueOf(pending),
                "SubscriptionsDeleted",
                "0"));
        new AttributesXml().write(result, attributes);
    }
}
