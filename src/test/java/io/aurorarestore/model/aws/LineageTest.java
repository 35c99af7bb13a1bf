package io.aurorarestore.model.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.engine.A;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LineageTest {

    private static final Instant AUGUST = Instant.parse("2026-08-01T03:00:00Z");
    private static final Instant NOVEMBER = Instant.parse("2026-11-20T03:00:00Z");

    private final Snapshot august = A.snapshot(A.SOURCE_ARN, "available", AUGUST, Optional.empty(), Map.of());
    private final Snapshot local = A.snapshot(A.LOCAL_ARN, "available", NOVEMBER, Optional.empty(), Map.of());
    private final Snapshot copy = A.copied("copy", NOVEMBER.plusSeconds(3600), A.SOURCE_ARN);
    private final Snapshot copyOfTheCopy = A.copied("again", NOVEMBER.plusSeconds(7200), copy.arn());

    @Test
    void a_copy_of_a_copy_is_as_old_as_the_first_of_them() {
        Lineage lineage = new Lineage(List.of(august, local, copy, copyOfTheCopy));

        assertThat(lineage.dataOf(copyOfTheCopy)).isEqualTo(AUGUST);
        assertThat(lineage.isKnown(copyOfTheCopy)).isTrue();
        assertThat(lineage.youngestFirst(Stream.of(copy, copyOfTheCopy, local)))
                .containsExactly(local, copyOfTheCopy, copy);
    }

    @Test
    void one_whose_source_is_not_seen_is_at_most_as_young_as_itself() {
        Lineage lineage = new Lineage(List.of(local, copy));

        assertThat(lineage.dataOf(copy)).isEqualTo(copy.createdAt());
        assertThat(lineage.isKnown(copy)).isFalse();
        assertThat(lineage.missing(copy)).contains(A.SOURCE_ARN);
    }

    @Test
    void copies_in_a_circle_are_not_followed_for_ever() {
        Snapshot one = A.copied("one", NOVEMBER, A.HOME.snapshotArn("other"));
        Snapshot other = A.copied("other", AUGUST, A.HOME.snapshotArn("one"));

        assertThat(new Lineage(List.of(one, other)).isKnown(one)).isFalse();
    }
}
