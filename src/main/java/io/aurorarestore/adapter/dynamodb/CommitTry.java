package io.aurorarestore.adapter.dynamodb;

import io.aurorarestore.adapter.dynamodb.ConditionalWrite.Guard;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.Transition;
import io.aurorarestore.port.CallFailedException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * A try to commit a transition, with what is thought of the items that it writes; a try that fails shows what they are.
 *
 * @param stored how the restore is stored
 * @param seen whom ARNs concern
 * @param left tries
 */
record CommitTry(Transition transition, StoredForm stored, Map<String, Set<RestoreId>> seen, int left) {

    private static final int TRIES = 10;

    CommitTry(Transition transition) {
        this(transition, StoredForm.CURRENT, Map.of(), TRIES);
    }

    CommitTry storedAs(StoredForm other) {
        return new CommitTry(transition, other, seen, left);
    }

    /** Fails where others have been in the way too often: the transition is then decided anew, later. */
    CommitTry seeing(List<ConditionalWrite> guarded, List<CancellationReason> reasons) {
        if (left == 0) {
            throw new CallFailedException(
                    CallFailedException.Kind.RETRY,
                    FailureCode.AWS_REFUSED,
                    "Many restores wait for the same resource.");
        }
        Map<String, Set<RestoreId>> now = new HashMap<>(seen);
        for (int at = 0; at < reasons.size(); at++) {
            if (guarded.get(at).guard() == Guard.ARN && DynamoDbErrors.isFailed(reasons.get(at))) {
                now.put(arn(guarded.get(at).write()), there(reasons.get(at)));
            }
        }
        return new CommitTry(transition, stored, now, left - 1);
    }

    private static String arn(TransactWriteItem write) {
        Delete delete = write.delete();
        return ArnItems.arn(delete == null ? write.update().key() : delete.key());
    }

    private static Set<RestoreId> there(CancellationReason reason) {
        Map<String, AttributeValue> item = reason.item();
        return item == null || item.isEmpty() ? Set.of() : ArnItems.restores(item);
    }
}
