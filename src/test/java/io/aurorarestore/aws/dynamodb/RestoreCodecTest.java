package io.aurorarestore.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.port.CallFailed;
import io.aurorarestore.restore.ClusterSettings;
import io.aurorarestore.restore.Endpoint;
import io.aurorarestore.restore.Failure;
import io.aurorarestore.restore.FailureCode;
import io.aurorarestore.restore.Lease;
import io.aurorarestore.restore.Predecessor;
import io.aurorarestore.restore.Restore;
import io.aurorarestore.restore.Retirement;
import io.aurorarestore.restore.Scaling;
import io.aurorarestore.restore.SnapshotSelector;
import io.aurorarestore.restore.Status;
import io.aurorarestore.restore.StepName;
import io.aurorarestore.saga.A;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestoreCodecTest {

    static Stream<Restore> restores() {
        Restore staged = A.acted(A.staged(StepName.PROMOTE_NEW), "rename");
        return Stream.of(
                A.restore(StepName.LOCATE_SNAPSHOT),
                A.restore(StepName.LOCATE_SNAPSHOT, A.settings(), new SnapshotSelector.Latest("a", "us-west-2")),
                A.restore(
                        StepName.LOCATE_SNAPSHOT,
                        A.settings(),
                        new SnapshotSelector.OnDay("a", "us-west-2", LocalDate.of(2026, 11, 20))),
                staged.with(staged.findings().withEndpoint(new Endpoint("host", 5432))),
                staged.with(staged.turn().leasedTo(new Lease("me", A.NOW))),
                staged.with(staged.outcome().stuck(new Failure(FailureCode.TIMED_OUT, "long"), Status.RUNNING))
                        .ended(Status.FAILED, A.NOW),
                staged.with(staged.findings()
                        .withPredecessor(Predecessor.of(
                                A.cluster("orders-drill", "available", A.STRANGERS),
                                List.of(A.instance("one", "available", Map.of()))))),
                A.restore(
                        StepName.LOCATE_SNAPSHOT,
                        A.settings(ClusterSettings.builder()
                                .retirement(Retirement.parse("delete-after: P7D"))
                                .serverlessV2(new Scaling(0.5, 4, Optional.empty()))
                                .build())),
                staged.retirement(A.NOW),
                staged.announced());
    }

    @ParameterizedTest
    @MethodSource("restores")
    void what_is_written_is_read(Restore restore) {
        assertThat(RestoreCodec.read(RestoreCodec.write(restore))).isEqualTo(restore);
    }

    @Test
    void what_a_later_version_adds_is_passed_over() {
        String written = RestoreCodec.write(A.restore(StepName.PREFLIGHT));

        assertThat(RestoreCodec.read("{\"later\":1," + written.substring(1)).step())
                .isEqualTo(StepName.PREFLIGHT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "[]", "no json", "{\"id\":{\"value\":\"hunter2\"}}"})
    void what_was_spoilt_is_told_with_a_code_and_not_quoted(String stored) {
        assertThatThrownBy(() -> RestoreCodec.read(stored)).isInstanceOfSatisfying(CallFailed.class, failed -> {
            assertThat(failed.kind()).isEqualTo(CallFailed.Kind.FATAL);
            assertThat(failed.failure().code()).isEqualTo(FailureCode.UNEXPECTED);
            assertThat(failed).hasMessageNotContaining("hunter2");
        });
    }

    @Test
    void every_record_of_a_restore_is_registered_for_the_native_image() {
        Set<Class<?>> registered = Set.of(
                RestoreCodec.class.getAnnotation(RegisterForReflection.class).targets());

        assertThat(registered).containsAll(records(Restore.class, new HashSet<>()));
    }

    private static Set<Class<?>> records(Type type, Set<Class<?>> found) {
        if (type instanceof ParameterizedType) {
            Stream.of(((ParameterizedType) type).getActualTypeArguments()).forEach(one -> records(one, found));
        } else if (type instanceof Class && !found.contains(type)) {
            inside((Class<?>) type, found);
        }
        return found;
    }

    private static void inside(Class<?> type, Set<Class<?>> found) {
        if (type.isRecord()) {
            found.add(type);
            Stream.of(type.getRecordComponents())
                    .map(RecordComponent::getGenericType)
                    .forEach(component -> records(component, found));
        } else if (type.isSealed()) {
            found.add(type);
            Stream.of(type.getPermittedSubclasses()).forEach(one -> records(one, found));
        }
    }
}
