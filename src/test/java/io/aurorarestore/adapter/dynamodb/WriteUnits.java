package io.aurorarestore.adapter.dynamodb;

import io.aurorarestore.adapter.Configured;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Transition;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;

/**
 * The write request units of a commit: two for each KB of an item in a transaction, and what the indexes of the state
 * table take besides, one for each KB.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html">Request units</a>
 */
public final class WriteUnits {

    private static final int KB = 1024;
    /** Numbers, and what an index adds to each item. */
    private static final int AROUND = 120;
    /** An item moves to another place in the index of what is due: one write takes it out, one puts it in. */
    private static final int MOVED = 2;

    private static final TransactionWrites WRITES = new TransactionWrites(Configured.with(Map.of()), TestData.HOME);

    private WriteUnits() {}

    public static int of(Transition transition) {
        boolean moves = !Objects.equals(
                transition.before().schedule().wakeAt(),
                transition.after().schedule().wakeAt());
        return units(WRITES.transition(transition, StoredForm.CURRENT, Map.of())) + (moves ? MOVED : 0);
    }

    public static int ofOpening(Restore fresh, AuditEntry entry) {
        return units(WRITES.opening(fresh, entry)) + 1;
    }

    private static int units(List<ConditionalWrite> writes) {
        return writes.stream()
                .map(write -> write.write().put())
                .mapToInt(put -> put == null ? 2 : units(put))
                .sum();
    }

    private static int units(Put put) {
        int kb = (size(put.item()) + KB - 1) / KB;
        int indexes = (put.item().containsKey("target") ? 1 : 0) + (put.item().containsKey("listed") ? 1 : 0);
        return 2 * kb + indexes * kb;
    }

    private static int size(Map<String, AttributeValue> item) {
        return AROUND + ItemSizes.size(item);
    }
}
