package io.aurorarestore.adapter.dynamodb;

import io.aurorarestore.port.CommitRefusedException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Measures DynamoDB items, as far as they hold texts, and refuses what is too large. DynamoDB takes 400 KB an item;
 * the end of a restore has room where nothing else has any more, so that it can always be written.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html">Item sizes</a>
 */
final class ItemSizes {

    private static final int MOST = 400 * 1024;
    /** The numbers, and the rest that is not counted. */
    private static final int AROUND = 1024;

    private static final int FOR_THE_END = 16 * 1024;

    private ItemSizes() {}

    /** Fails with {@link CommitRefusedException} where DynamoDB would refuse one of them for its size. */
    static List<TransactWriteItem> checked(List<TransactWriteItem> writes) {
        for (TransactWriteItem write : writes) {
            if (write.put() != null && isTooLarge(write.put())) {
                throw new CommitRefusedException(
                        CommitRefusedException.Why.TOO_LARGE,
                        "What is to be stored takes " + size(write.put().item())
                                + " bytes, more than an item may have.");
            }
        }
        return writes;
    }

    private static boolean isTooLarge(Put put) {
        int reserved = ends(put.item()) ? 0 : FOR_THE_END;
        return size(put.item()) > MOST - AROUND - reserved;
    }

    private static boolean ends(Map<String, AttributeValue> item) {
        AttributeValue status = item.get("status");
        return status != null && "FAILED".equals(status.s());
    }

    static int size(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .mapToInt(one -> bytes(one.getKey()) + bytes(one.getValue().s()))
                .sum();
    }

    private static int bytes(String text) {
        return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
    }
}
