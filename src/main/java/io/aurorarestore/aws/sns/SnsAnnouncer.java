package io.aurorarestore.aws.sns;

import io.aurorarestore.aws.ServiceErrors;
import io.aurorarestore.config.ServiceConfig;
import io.aurorarestore.port.Announcer;
import io.aurorarestore.restore.Announcement;
import io.aurorarestore.restore.FailureCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.sns.SnsAsyncClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/** Tells people through SNS: what went well on one topic, what did not on another. */
@ApplicationScoped
class SnsAnnouncer implements Announcer {

    /** SNS's limit, in ASCII characters. */
    private static final int LONGEST_SUBJECT = 100;

    /** Ours: what a refused request holds may be of any length and of any characters. */
    private static final int LONGEST_ATTRIBUTE = 256;

    private final SnsAsyncClient sns;
    private final ServiceConfig config;

    SnsAnnouncer(SnsAsyncClient sns, ServiceConfig config) {
        this.sns = sns;
        this.config = config;
    }

    @Override
    public Uni<Void> announce(Announcement announcement) {
        return Uni.createFrom()
                .completionStage(() -> sns.publish(message -> message.topicArn(topic(announcement))
                        .subject(subject(announcement))
                        .message(AnnouncementJson.write(announcement, config.environment()))
                        .messageAttributes(attributes(announcement))))
                .onFailure()
                .transform(failure -> ServiceErrors.classify(FailureCode.NOTIFICATION_FAILED, "Publishing", failure))
                .replaceWithVoid();
    }

    private String topic(Announcement announcement) {
        if (announcement.plan().isPresent()) {
            return config.statusTopic();
        }
        return announcement.good() ? config.completionTopic() : config.errorTopic();
    }

    private static String subject(Announcement announcement) {
        String target = announcement.target().isEmpty() ? "request" : announcement.target();
        return printable("Aurora Restore: " + target + " " + announcement.status(), LONGEST_SUBJECT);
    }

    private static String printable(String text, int longest) {
        String printable = text.replaceAll("[^\\x20-\\x7e]", "?");
        return printable.length() <= longest ? printable : printable.substring(0, longest);
    }

    private Map<String, MessageAttributeValue> attributes(Announcement announcement) {
        Map<String, MessageAttributeValue> attributes = new HashMap<>();
        put(attributes, "messageId", announcement.messageId());
        put(attributes, "status", announcement.status());
        put(attributes, "target", announcement.target());
        put(attributes, "profile", announcement.profile());
        put(attributes, "environment", config.environment());
        announcement.restoreId().ifPresent(id -> put(attributes, "restoreId", id.value()));
        return attributes;
    }

    /** SNS refuses an empty attribute. */
    private static void put(Map<String, MessageAttributeValue> attributes, String name, String value) {
        if (!value.isEmpty()) {
            attributes.put(
                    name,
                    MessageAttributeValue.builder()
                            .dataType("String")
                            .stringValue(printable(value, LONGEST_ATTRIBUTE))
                            .build());
        }
    }
}
