package io.aurorarestore.lambda.widget;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.CallFailedException.Kind;
import io.aurorarestore.port.Restores;
import io.aurorarestore.port.StoredByNewerVersionException;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the pages show of retirements that are many, that no index has, or that cannot be read. */
class RetirementsTest extends WidgetBench {

    private static final Restore ENDED = swapped();

    @Test
    void one_that_failed_and_that_no_index_has_is_found_by_its_restore() {
        store.put(failed(ENDED));

        assertThat(show(List.of(ENDED)))
                .containsSubsequence("Needs a person", "It is protected.", "Live", "Latest", "could not be deleted");
    }

    @Test
    void one_that_failed_is_shown_once() {
        store.put(failed(ENDED));

        assertThat(show(List.of(ENDED, failed(ENDED))).split("It is protected."))
                .hasSize(2);
    }

    @Test
    void one_that_failed_and_was_given_up_needs_nobody() {
        Restore failed = failed(ENDED);
        store.put(failed.with(failed.outcome().givenUp()));

        assertThat(show(List.of(ENDED))).doesNotContain("Needs a person");
    }

    @Test
    void one_that_cannot_be_read_hides_neither_its_restore_nor_others() {
        store.put(ENDED);
        for (RuntimeException unreadable : List.of(
                new StoredByNewerVersionException("schema 3"),
                new CallFailedException(Kind.FATAL, FailureCode.UNEXPECTED, "A stored restore cannot be read."))) {
            WidgetHandler handler = handler(failing(unreadable), new Views(List.of(ENDED)), Optional.empty());

            assertThat(handler.handleRequest(Map.of(), null)).contains("was restored from");
            assertThat(handler.handleRequest(Map.of("restore", ENDED.id().value()), null))
                    .contains("was restored from", "<h2>Audit trail</h2>");
        }
    }

    @Test
    void a_store_that_does_not_answer_is_not_taken_for_one_that_cannot_be_read() {
        CallFailedException throttled = new CallFailedException(Kind.RETRY, FailureCode.AWS_REFUSED, "Too many.");

        assertThat(handler(failing(throttled), new Views(List.of(ENDED)), Optional.empty())
                        .handleRequest(Map.of(), null))
                .contains("cannot be listed");
    }

    @Test
    void where_there_are_more_than_a_hundred_it_says_so() {
        List<Restore> many = IntStream.rangeClosed(1, 101)
                .mapToObj(day -> ENDED.retirement(TestData.NOW.plus(Duration.ofDays(day))))
                .toList();

        assertThat(show(many)).contains("in 99 d", "And more, on a later day.").doesNotContain("in 100 d");
        assertThat(show(many.subList(0, 100))).contains("in 99 d").doesNotContain("And more");
    }

    @Test
    void where_more_than_a_hundred_failed_it_says_so() {
        List<Restore> many =
                IntStream.rangeClosed(1, 101).mapToObj(day -> failed(ENDED)).toList();

        assertThat(show(many)).contains("And more old clusters that could not be deleted.");
        assertThat(show(many.subList(0, 100))).contains("Needs a person").doesNotContain("And more");
    }

    private static Restore swapped() {
        Restore restore = TestData.restore(StepName.RETIRE_OLD);
        return restore.with(restore.outputs().withRetirement(TestData.NOW)).ended(Status.SUCCEEDED, TestData.NOW);
    }

    private static Restore failed(Restore restore) {
        Restore retirement = restore.retirement(TestData.NOW);
        Failure why = new Failure(FailureCode.GONE, "It is protected.");
        return retirement.with(retirement.outcome().stuck(why, Status.RUNNING)).ended(Status.FAILED, TestData.NOW);
    }

    /** Where retirements are loaded. */
    private Restores failing(RuntimeException failure) {
        RestoreId retirement = ENDED.retirementId();
        return (Restores) Proxy.newProxyInstance(
                Restores.class.getClassLoader(),
                new Class<?>[] {Restores.class},
                (proxy, called, arguments) -> called.getName().equals("load") && retirement.equals(arguments[0])
                        ? Uni.createFrom().failure(failure)
                        : called.invoke(store, arguments));
    }

    private String show(List<Restore> restores) {
        return handler(restores).handleRequest(Map.of(), null);
    }
}
