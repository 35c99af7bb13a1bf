package io.aurorarestore.adapter.sns;

import io.aurorarestore.adapter.Batches;
import io.aurorarestore.notification.Announcement;
import io.aurorarestore.notification.NotificationTopic;
import io.aurorarestore.port.Untold;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sns.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;

/**
 * One of the news that are published together; its id in the batch is its place in the list.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_PublishBatch.html">PublishBatch</a>
 */
record NewsEntry(int at, PublishBatchRequestEntry entry) {

    private static final int MOST_ENTRIES = 10;

    /** Of all messages together SNS takes 262,144 bytes. */
    private static final int MOST_BYTES = 260_000;

    /** More than the names and values of a message take. */
    private static final int ATTRIBUTES = 2048;

    /** Those of a topic. */
    static List<NewsEntry> of(
            List<Announcement> news,
            NotificationTopic topic,
            Function<Announcement, PublishBatchRequestEntry.Builder> entry) {
        return IntStream.range(0, news.size())
                .filter(at -> news.get(at).topic() == topic)
                .mapToObj(at -> new NewsEntry(
                        at, entry.apply(news.get(at)).id(Integer.toString(at)).build()))
                .toList();
    }

    static List<List<NewsEntry>> batches(List<NewsEntry> all) {
        return Batches.of(all, MOST_ENTRIES, MOST_BYTES, NewsEntry::bytes);
    }

    private int bytes() {
        return entry.message().getBytes(StandardCharsets.UTF_8).length + ATTRIBUTES;
    }

    static List<Untold> untold(List<BatchResultErrorEntry> failed) {
        return failed.stream()
                .map(one -> new Untold(Integer.parseInt(one.id()), "Publishing failed: " + one.code()))
                .toList();
    }
}
