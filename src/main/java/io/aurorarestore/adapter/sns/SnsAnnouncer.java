package io.aurorarestore.adapter.sns;

import io.aurorarestore.adapter.ServiceErrors;
import io.aurorarestore.app.config.ServiceConfig;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.notification.Announcement;
import io.aurorarestore.notification.NotificationTopic;
import io.aurorarestore.port.Announcer;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.Untold;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sns.SnsAsyncClient;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;

/** Publishes announcements to people and programs through SNS. */
@ApplicationScoped
class SnsAnnouncer implements Announcer {

    /** SNS's limit, in ASCII characters. */
    private static final int LONGEST_SUBJECT = 100;

    /** A cluster's name is no longer; the target of a refused request may be, and the status shall still be seen. */
    private static final int LONGEST_TARGET = 63;

    private final SnsAsyncClient sns;
    private final ServiceConfig config;

    SnsAnnouncer(SnsAsyncClient sns, ServiceConfig config) {
        this.sns = sns;
        this.config = config;
    }

    @Override
    public Uni<Void> announce(Announcement announcement) {
        return Uni.createFrom()
                .completionStage(() -> sns.publish(message -> message.topicArn(arn(announcement.topic()))
                        .subject(subject(announcement))
                        .messageStructure("json")
                        .message(AnnouncementMessage.write(announcement, config.environment()))
                        .messageAttributes(AnnouncementAttributes.of(announcement, config.environment()))))
                .onFailure()
                .transform(SnsAnnouncer::classify)
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Untold>> announceAll(List<Announcement> news) {
        List<Uni<List<Untold>>> topics = new ArrayList<>();
        for (NotificationTopic topic : NotificationTopic.values()) {
            List<NewsEntry> entries = NewsEntry.of(news, topic, this::entry);
            NewsEntry.batches(entries).forEach(batch -> topics.add(publish(topic, batch)));
        }
        return topics.isEmpty()
                ? Uni.createFrom().item(List.of())
                : Uni.join()
                        .all(topics)
                        .andFailFast()
                        .map(all -> all.stream().flatMap(List::stream).toList());
    }

    private Uni<List<Untold>> publish(NotificationTopic topic, List<NewsEntry> batch) {
        return Uni.createFrom()
                .completionStage(() -> sns.publishBatch(all -> all.topicArn(arn(topic))
                        .publishBatchRequestEntries(
                                batch.stream().map(NewsEntry::entry).toList())))
                .map(answer -> NewsEntry.untold(answer.failed()))
                .onFailure()
                .transform(SnsAnnouncer::classify)
                .onFailure(CallFailedException.class)
                .recoverWithItem(failure -> batch.stream()
                        .map(one -> new Untold(one.at(), failure.getMessage()))
                        .toList());
    }

    private PublishBatchRequestEntry.Builder entry(Announcement announcement) {
        return PublishBatchRequestEntry.builder()
                .subject(subject(announcement))
                .messageStructure("json")
                .message(AnnouncementMessage.write(announcement, config.environment()))
                .messageAttributes(AnnouncementAttributes.of(announcement, config.environment()));
    }

    private static CallFailedException classify(Throwable failure) {
        return ServiceErrors.classify(FailureCode.NOTIFICATION_FAILED, "Publishing", failure);
    }

    private String arn(NotificationTopic topic) {
        return switch (topic) {
            case COMPLETION -> config.completionTopic();
            case ERROR -> config.errorTopic();
            case STATUS -> config.statusTopic();
        };
    }

    private static String subject(Announcement announcement) {
        String target = announcement.target().isEmpty() ? "request" : announcement.target();
        String subject = "Aurora Restore: " + Printable.of(target, LONGEST_TARGET) + " " + announcement.status();
        return Printable.of(subject, LONGEST_SUBJECT);
    }
}
