package io.aurorarestore.adapter.dynamodb.stored;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.ResourceKind;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Instance;
import io.aurorarestore.model.restore.Outcome;
import io.aurorarestore.model.restore.OwnedResource;
import io.aurorarestore.model.restore.OwnedResources;
import io.aurorarestore.model.restore.Predecessor;
import io.aurorarestore.model.restore.Restore;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a restore grows to, at RDS's limits: an item holds it with room for its end. */
class StoredSizeTest {

    private static final int INSTANCES = 16;

    /** DynamoDB's 400 KB, less what is kept for the end. */
    private static final int ROOM = 380_000;

    @Test
    void sixteen_instances_with_fifty_tags_of_the_longest_fit() {
        assertThat(size(grown("t"))).isLessThan(ROOM / 2);
    }

    @Test
    void tags_of_letters_that_take_three_bytes_fit_as_well() {
        assertThat(size(grown("標"))).isLessThan(ROOM);
    }

    private static int size(Restore restore) {
        return RestoreDocument.state(restore).getBytes(StandardCharsets.UTF_8).length;
    }

    private static Restore grown(String letter) {
        Map<String, String> tags = new HashMap<>();
        IntStream.range(0, 50).forEach(number -> tags.put(number + letter.repeat(126), letter.repeat(256)));
        List<Instance> instances = IntStream.rangeClosed(1, INSTANCES)
                .mapToObj(number -> TestData.instance("x".repeat(61) + number, "available", tags))
                .toList();
        Restore restore = TestData.staged(StepName.RETIRE_OLD);
        OwnedResources resources = restore.resources();
        for (int number = 1; number <= INSTANCES; number++) {
            String name = restore.names().instance(number);
            resources = resources
                    .plus(OwnedResource.planned(ResourceKind.INSTANCE, name, TestData.HOME.instanceArn(name)))
                    .pinned(TestData.HOME.instanceArn(name), "db-ABCDEFGHIJKLMNOPQRSTUVWXYZ" + number);
        }
        Outcome warned = restore.outcome()
                .warned(IntStream.range(0, 100)
                        .mapToObj(number -> number + letter.repeat(2000))
                        .toList());
        return restore.with(restore.outputs()
                        .withSource(TestData.snapshot(
                                TestData.SOURCE_ARN, "available", TestData.NOW, java.util.Optional.empty(), tags))
                        .withUsable(TestData.snapshot(
                                TestData.LOCAL_ARN, "available", TestData.NOW, java.util.Optional.empty(), tags))
                        .withPredecessor(
                                Predecessor.of(TestData.cluster("orders-drill", "available", tags), instances)))
                .with(resources)
                .with(warned);
    }
}
