package io.aurorarestore.local.services.sns;

import io.aurorarestore.local.front.AwsRequest;
import io.aurorarestore.local.front.Form;
import io.aurorarestore.local.front.Xml;
import io.aurorarestore.local.services.Aws;
import io.aurorarestore.local.services.Page;
import java.util.Collection;
import java.util.Set;

/** ListSubscriptions and ListSubscriptionsByTopic. */
record SubscriptionLists(Topics topics) {

    private static final int PAGE = 100;

    void all(AwsRequest request, Form form, Xml result) {
        write(topics.in(request.region()), form, result);
    }

    void byTopic(AwsRequest request, Form form, Xml result) {
        write(Set.of(topics.get(form.get("TopicArn", ""))), form, result);
    }

    private static void write(Collection<Topic> of, Form form, Xml result) {
        var all = of.stream().flatMap(topic -> topic.subscriptions().stream()).toList();
        var page = Page.of(all, form.get("NextToken", ""), PAGE, SnsErrors.invalid("NextToken"));
        result.element(
                "Subscriptions",
                list -> page.items().forEach(each -> list.element("member", member -> write(member, each))));
        result.text("NextToken", page.next());
    }

    private static void write(Xml member, Subscription subscription) {
        member.text("TopicArn", subscription.topicArn())
                .text("Protocol", subscription.protocol())
                .text("SubscriptionArn", subscription.pending() ? "PendingConfirmation" : subscription.arn())
                .text("Owner", Aws.ACCOUNT)
                .text("Endpoint", subscription.endpoint());
    }
}
