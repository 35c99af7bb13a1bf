package io.aurorarestore.local.services.sns;

import io.aurorarestore.local.front.AwsException;
import io.aurorarestore.local.services.Aws;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** All topics, by ARN. */
final class Topics {

    private final Map<String, Topic> topics = new ConcurrentSkipListMap<>();

    /**
     * The topic of that name, made if there is none.
     *
     * @throws AwsException {@code InvalidParameter} if it is no topic name, or a FIFO topic's
     */
    Topic create(String region, String name) {
        if (!name.matches("[A-Za-z0-9_-]{1,256}")) {
            throw SnsErrors.invalid("Topic Name");
        }
        return topics.computeIfAbsent(Aws.arn("sns", region, name), Topic::new);
    }

    /** @throws AwsException {@code NotFound} */
    Topic get(String arn) {
        if (!arn.matches("arn:aws:sns:[^:]+:\\d{12}:[^:]+")) {
            throw SnsErrors.invalid("TopicArn");
        }
        return Optional.ofNullable(topics.get(arn)).orElseThrow(() -> SnsErrors.notFound("Topic"));
    }

    List<Topic> in(String region) {
        return topics.values().stream()
                .filter(topic -> topic.arn().split(":", -1)[3].equals(region))
                .toList();
    }

    void delete(String arn) {
        topics.remove(arn);
    }

    /** @throws AwsException {@code NotFound} */
    Subscription subscription(String arn) {
        return topics.values().stream()
                .flatMap(topic -> topic.subscriptions().stream())
                .filter(subscription -> subscription.arn().equals(arn))
                .findFirst()
                .orElseThrow(() -> SnsErrors.notFound("Subscription"));
    }
}
