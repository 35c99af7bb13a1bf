package io.aurorarestore.adapter.dynamodb;

import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.DatabaseJob;
import io.aurorarestore.model.restore.JobReport;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.port.LookedUp;
import io.aurorarestore.port.Lookup;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads what a batch of messages is likely about in one consistent call. What cannot be read is left out. */
final class Lookups {

    private static final Logger LOG = Logger.getLogger(Lookups.class);

    private final BatchRead items;
    private final ArnIndex arns;

    Lookups(DynamoDbAsyncClient dynamoDb, String table, ArnIndex arns) {
        this.items = new BatchRead(dynamoDb, table, true);
        this.arns = arns;
    }

    Uni<LookedUp> of(Lookup wanted) {
        Stream<Map<String, AttributeValue>> restores =
                wanted.restores().stream().flatMap(id -> Stream.of(Items.restoreKey(id), Items.orderKey(id)));
        Stream<Map<String, AttributeValue>> jobs = wanted.jobs().stream().map(DynamoDbJobResults::key);
        List<Map<String, AttributeValue>> keys = Stream.of(ArnIndex.keys(wanted.arns()), restores, jobs)
                .flatMap(some -> some)
                .toList();
        return items.of(keys)
                .chain(found -> arns.in(found, wanted.arns())
                        .map(concerned -> new LookedUp(concerned, restores(found, wanted), reports(found, wanted))));
    }

    private static Map<RestoreId, Restore> restores(List<Map<String, AttributeValue>> found, Lookup wanted) {
        Map<RestoreId, Restore> read = new HashMap<>();
        for (RestoreId id : wanted.restores()) {
            restore(found, id).ifPresent(one -> read.put(id, one));
        }
        return read;
    }

    /** Whoever loads it says what is wrong with it. */
    private static Optional<Restore> restore(List<Map<String, AttributeValue>> found, RestoreId id) {
        String partition = Items.textOf(Items.restoreKey(id), "pk");
        try {
            return Items.restore(found.stream()
                    .filter(item -> Items.textOf(item, "pk").equals(partition))
                    .toList());
        } catch (RuntimeException unreadable) {
            LOG.debugf(unreadable, "restore=%s is left to whoever loads it", id);
            return Optional.empty();
        }
    }

    private static Map<DatabaseJob, Optional<JobReport>> reports(
            List<Map<String, AttributeValue>> found, Lookup wanted) {
        Map<DatabaseJob, Optional<JobReport>> read = new HashMap<>();
        for (DatabaseJob job : wanted.jobs()) {
            report(found, job).ifPresent(report -> read.put(job, report));
        }
        return read;
    }

    /** Nothing where it cannot be read: whoever asks for it says what is wrong. An empty report is that there is none yet. */
    private static Optional<Optional<JobReport>> report(List<Map<String, AttributeValue>> found, DatabaseJob job) {
        Map<String, AttributeValue> key = DynamoDbJobResults.key(job);
        try {
            return Optional.of(found.stream()
                    .filter(item -> item.entrySet().containsAll(key.entrySet()))
                    .findFirst()
                    .map(item -> DynamoDbJobResults.report(job, item)));
        } catch (RuntimeException unreadable) {
            LOG.debugf(unreadable, "the result of a job of restore=%s is left to whoever asks for it", job.restore());
            return Optional.empty();
        }
    }
}
