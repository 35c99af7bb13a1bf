package io.aurorarestore.local.services.sns;

import io.aurorarestore.local.front.AwsException;
import io.aurorarestore.local.front.Form;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sns.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchResponse;
import software.amazon.awssdk.services.sns.model.PublishBatchResultEntry;

/**
 * Reads what PublishBatch was asked. What is wrong with the batch refuses it all; what is wrong with an entry, that entry.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_PublishBatch.html">AWS</a>
 */
record PublishBatchForm(Form form) {

    private static final int MOST_ENTRIES = 10;
    private static final int MOST_BYTES = 262_144;

    /** @param refused why, where there is no message */
    record Entry(String id, Optional<PublishedMessage> message, Optional<AwsException> refused) {}

    String topicArn() {
        return form.required("TopicArn");
    }

    List<Entry> entries(Instant now) {
        List<Form> entries = form.list("PublishBatchRequestEntries");
        if (entries.isEmpty()) {
            throw AwsException.badRequest("EmptyBatchRequest", "The batch request doesn't contain any entries.");
        }
        if (entries.size() > MOST_ENTRIES) {
            throw AwsException.badRequest(
                    "TooManyEntriesInBatchRequest", "The batch request contains more entries than permissible.");
        }
        if (entries.stream().map(one -> one.get("Id", "")).distinct().count() < entries.size()) {
            throw AwsException.badRequest(
                    "BatchEntryIdsNotDistinct", "Two or more batch entries in the request have the same Id.");
        }
        if (entries.stream().mapToInt(PublishBatchForm::bytes).sum() > MOST_BYTES) {
            throw AwsException.badRequest(
                    "BatchRequestTooLong", "The length of all the batch messages put together is more than the limit.");
        }
        return entries.stream().map(one -> entry(one, now)).toList();
    }

    private static int bytes(Form entry) {
        return entry.get("Message", "").getBytes(StandardCharsets.UTF_8).length;
    }

    private Entry entry(Form entry, Instant now) {
        String id = entry.get("Id", "");
        try {
            PublishedMessage message = new PublishForm(entry, Optional.of(topicArn())).message(now);
            return new Entry(id, Optional.of(message), Optional.empty());
        } catch (AwsException e) {
            return new Entry(id, Optional.empty(), Optional.of(e));
        }
    }

    PublishBatchResponse answer(List<Entry> entries) {
        return PublishBatchResponse.builder()
                .successful(entries.stream()
                        .flatMap(entry -> entry.message().stream()
                                .map(message -> PublishBatchResultEntry.builder()
                                        .id(entry.id())
                                        .messageId(message.messageId())
                                        .build()))
                        .toList())
                .failed(entries.stream()
                        .flatMap(entry -> entry.refused().stream()
                                .map(refused -> BatchResultErrorEntry.builder()
                                        .id(entry.id())
                                        .code(refused.code())
                                        .message(refused.getMessage())
                                        .senderFault(true)
                                        .build()))
                        .toList())
                .build();
    }
}
