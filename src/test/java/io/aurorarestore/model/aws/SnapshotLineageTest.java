package io.aurorarestore.model.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.engine.TestData;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SnapshotLineageTest {

    private static final Instant AUGUST = Instant.parse("2026-08-01T03:00:00Z");
    private static final Instant NOVEMBER = Instant.parse("2026-11-20T03:00:00Z");

    private final Snapshot august =
            TestData.snapshot(TestData.SOURCE_ARN, "available", AUGUST, Optional.empty(), Map.of());
    private final Snapshot local =
            TestData.snapshot(TestData.LOCAL_ARN, "available", NOVEMBER, Optional.empty(), Map.of());
    private final Snapshot copy = TestData.copied("copy", NOVEMBER.plusSeconds(3600), TestData.SOURCE_ARN);
    private final Snapshot copyOfTheCopy = TestData.copied("again", NOVEMBER.plusSeconds(7200), copy.arn());

    @Test
    void a_copy_of_a_copy_is_as_old_as_the_first_of_them() {
        SnapshotLineage lineage = new SnapshotLineage(List.of(august, local, copy, copyOfTheCopy));

        assertThat(lineage.dataOf(copyOfTheCopy)).isEqualTo(AUGUST);
        assertThat(lineage.isKnown(copyOfTheCopy)).isTrue();
        assertThat(lineage.youngestFirst(Stream.of(copy, copyOfTheCopy, local)))
                .containsExactly(local, copyOfTheCopy, copy);
    }

    @Test
    void one_whose_source_is_not_seen_is_at_most_as_young_as_itself() {
        SnapshotLineage lineage = new SnapshotLineage(List.of(local, copy));

        assertThat(lineage.dataOf(copy)).isEqualTo(copy.createdAt());
        assertThat(lineage.isKnown(copy)).isFalse();
        assertThat(lineage.missing(copy)).contains(TestData.SOURCE_ARN);
    }

    @Test
    void copies_in_a_circle_are_not_followed_for_ever() {
        Snapshot one = TestData.copied("one", NOVEMBER, TestData.HOME.snapshotArn("other"));
        Snapshot other = TestData.copied("other", AUGUST, TestData.HOME.snapshotArn("one"));

        assertThat(new SnapshotLineage(List.of(one, other)).isKnown(one)).isFalse();
    }
}
