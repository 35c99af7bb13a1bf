package io.aurorarestore.adapter.dynamodb.stored;

import io.aurorarestore.model.restore.Audience;
import io.aurorarestore.model.restore.Lease;
import io.aurorarestore.model.restore.Outbox;
import io.aurorarestore.model.restore.WakeUpSchedule;
import io.aurorarestore.model.text.Sensitive;
import java.util.stream.Collectors;

/** Maps a restore's wake-up schedule and outbox to their stored JSON, and back. */
final class WakeUpScheduleDocument {

    private WakeUpScheduleDocument() {}

    static StoredJson write(WakeUpSchedule schedule) {
        return new StoredJson()
                .object("lease", schedule.lease(), WakeUpScheduleDocument::write)
                .text("wakeAt", schedule.wakeAt())
                .number("chain", schedule.chain());
    }

    private static StoredJson write(Lease lease) {
        return new StoredJson()
                .text("holder", lease.holder())
                .text("until", lease.until().toString());
    }

    static WakeUpSchedule read(StoredFields stored) {
        return new WakeUpSchedule(
                stored.maybe("lease", one -> new Lease(one.text("holder"), one.instant("until"))),
                stored.maybeInstant("wakeAt"),
                stored.count("chain"));
    }

    static StoredJson write(Outbox outbox) {
        return new StoredJson()
                .text("news", outbox.news())
                .texts("awaiting", outbox.awaiting().stream().map(Enum::name).toList())
                .texts(
                        "taskTokens",
                        outbox.taskTokens().stream().map(Sensitive::reveal).toList());
    }

    static Outbox outbox(StoredFields stored) {
        return new Outbox(
                stored.text("news"),
                stored.texts("awaiting").stream()
                        .map(name -> StoredFields.constantOf(name, Audience.class))
                        .collect(Collectors.toSet()),
                stored.texts("taskTokens").stream().map(Sensitive::new).toList());
    }
}
