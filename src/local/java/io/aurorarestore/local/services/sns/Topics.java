package io.aurorarestore.local.services.sns;

import io.aurorarestore.local.front.AwsException;
import io.aurorarestore.local.services.Aws;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;

/** All topics and who subscribes to them, by ARN. */
final class Topics {

    private final Map<String, Map<String, Subscription>> topics = new ConcurrentSkipListMap<>();

    /** @return the ARN of the topic of that name, made if there is none */
    String create(String region, String name) {
        String arn = Aws.arn("sns", region, name);
        topics.putIfAbsent(arn, new ConcurrentSkipListMap<>());
        return arn;
    }

    /** @throws AwsException {@code NotFound} */
    Collection<Subscription> subscriptions(String topicArn) {
        return of(topicArn).values();
    }

    private Map<String, Subscription> of(String topicArn) {
        if (!topicArn.matches("arn:aws[a-z-]*:sns:[^:]+:\\d{12}:[^:]+")) {
            throw invalid("TopicArn");
        }
        if (!topics.containsKey(topicArn)) {
            throw notFound("Topic");
        }
        return topics.get(topicArn);
    }

    /** The subscription of that endpoint, which is this one if there is none. */
    synchronized Subscription subscribe(Subscription wanted) {
        Map<String, Subscription> all = of(wanted.topicArn());
        Subscription subscription =
                all.values().stream().filter(wanted::isLike).findFirst().orElse(wanted);
        if (!wanted.attributes().values().isEmpty()
                && !subscription.attributes().equals(wanted.attributes())) {
            throw invalid("Attributes Reason: Subscription already exists with different attributes");
        }
        all.putIfAbsent(subscription.arn(), subscription);
        return subscription;
    }

    /** @throws AwsException {@code NotFound} */
    Subscription subscription(String arn) {
        return topics.values().stream()
                .filter(all -> all.containsKey(arn))
                .findFirst()
                .map(all -> all.get(arn))
                .orElseThrow(() -> notFound("Subscription"));
    }

    void end(Subscription subscription) {
        of(subscription.topicArn()).remove(subscription.arn());
    }

    /** Does nothing to a subscription that has ended. */
    void change(Subscription subscription, UnaryOperator<Subscription> change) {
        of(subscription.topicArn()).computeIfPresent(subscription.arn(), (arn, present) -> change.apply(present));
    }

    static AwsException invalid(String what) {
        return AwsException.badRequest("InvalidParameter", "Invalid parameter: " + what);
    }

    private static AwsException notFound(String what) {
        return new AwsException(404, "NotFound", what + " does not exist");
    }
}
