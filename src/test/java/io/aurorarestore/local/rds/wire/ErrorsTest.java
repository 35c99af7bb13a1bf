package io.aurorarestore.local.rds.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.local.rds.Quotas;
import io.aurorarestore.local.rds.RdsDurations;
import io.aurorarestore.local.rds.RdsOptions;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.rds.model.DbClusterAlreadyExistsException;
import software.amazon.awssdk.services.rds.model.DbClusterNotFoundException;
import software.amazon.awssdk.services.rds.model.DbClusterParameterGroupNotFoundException;
import software.amazon.awssdk.services.rds.model.DbClusterQuotaExceededException;
import software.amazon.awssdk.services.rds.model.DbClusterSnapshotAlreadyExistsException;
import software.amazon.awssdk.services.rds.model.DbClusterSnapshotNotFoundException;
import software.amazon.awssdk.services.rds.model.DbInstanceAlreadyExistsException;
import software.amazon.awssdk.services.rds.model.DbInstanceNotFoundException;
import software.amazon.awssdk.services.rds.model.DbParameterGroupNotFoundException;
import software.amazon.awssdk.services.rds.model.DbSubnetGroupNotFoundException;
import software.amazon.awssdk.services.rds.model.InstanceQuotaExceededException;
import software.amazon.awssdk.services.rds.model.InvalidDbClusterSnapshotStateException;
import software.amazon.awssdk.services.rds.model.InvalidDbClusterStateException;
import software.amazon.awssdk.services.rds.model.InvalidDbInstanceStateException;
import software.amazon.awssdk.services.rds.model.KmsKeyNotAccessibleException;
import software.amazon.awssdk.services.rds.model.RdsException;
import software.amazon.awssdk.services.rds.model.RestoreDbClusterFromSnapshotRequest;
import software.amazon.awssdk.services.rds.model.SnapshotQuotaExceededException;

class ErrorsTest {

    /** What a call comes to that RDS refuses. */
    private record Refused(Class<? extends RdsException> as, int status, String description, Call call) {
        @Override
        public String toString() {
            return as.getSimpleName() + " for " + description;
        }
    }

    private interface Call {
        void on(WireRds here);
    }

    private final WireRds here = new WireRds(new RdsOptions(
            RdsDurations.defaults(), new Quotas(2, 2, 2, 1), Duration.ZERO, false, Duration.ZERO, Map.of()));

    @AfterEach
    void close() {
        here.close();
    }

    static Stream<Refused> modelled() {
        return Stream.of(
                new Refused(DbClusterNotFoundException.class, 404, "nobody", on -> on.cluster("nobody")),
                new Refused(DbInstanceNotFoundException.class, 404, "nobody", on -> on.instance("nobody")),
                new Refused(
                        DbClusterSnapshotNotFoundException.class,
                        404,
                        "never",
                        on -> WireRds.snapshot(on.east, "never")),
                new Refused(DbClusterAlreadyExistsException.class, 400, "exists", on -> on.restore("orders")),
                new Refused(
                        DbInstanceAlreadyExistsException.class,
                        400,
                        "exists",
                        on -> on.create("orders-writer", "orders")),
                new Refused(DbClusterSnapshotAlreadyExistsException.class, 400, "orders-1", on -> take(on, "orders-1")),
                new Refused(
                        InvalidDbClusterStateException.class,
                        400,
                        "non-deleting",
                        on -> on.east.deleteDBCluster(
                                delete -> delete.dbClusterIdentifier("orders").skipFinalSnapshot(true))),
                new Refused(InvalidDbInstanceStateException.class, 400, "being deleted", ErrorsTest::deleteTwice),
                new Refused(InvalidDbClusterSnapshotStateException.class, 400, "creating", ErrorsTest::deleteTooSoon),
                new Refused(SnapshotQuotaExceededException.class, 400, "more than 2", ErrorsTest::takeTooMany),
                new Refused(DbClusterQuotaExceededException.class, 403, "quota", ErrorsTest::restoreTooMany),
                new Refused(InstanceQuotaExceededException.class, 400, "quota", ErrorsTest::createTooMany),
                new Refused(
                        DbSubnetGroupNotFoundException.class,
                        404,
                        "nets",
                        on -> on.east.restoreDBClusterFromSnapshot(
                                drill().dbSubnetGroupName("nets").build())),
                new Refused(
                        DbClusterParameterGroupNotFoundException.class,
                        404,
                        "group",
                        on -> on.east.restoreDBClusterFromSnapshot(
                                drill().dbClusterParameterGroupName("group").build())),
                new Refused(
                        DbParameterGroupNotFoundException.class,
                        404,
                        "group",
                        on -> on.east.modifyDBInstance(modify -> modify.dbInstanceIdentifier("orders-writer")
                                .dbParameterGroupName("group")
                                .applyImmediately(true))),
                new Refused(
                        KmsKeyNotAccessibleException.class,
                        400,
                        "us-west-2",
                        on -> on.east.restoreDBClusterFromSnapshot(
                                drill().kmsKeyId("arn:aws:kms:us-west-2:123456789012:key/theirs")
                                        .build())));
    }

    @ParameterizedTest
    @MethodSource("modelled")
    void a_refusal_is_the_exception_that_the_sdk_has_for_it(Refused refused) {
        assertThatThrownBy(() -> refused.call().on(here)).isInstanceOfSatisfying(refused.as(), error -> {
            assertThat(error.statusCode()).isEqualTo(refused.status());
            assertThat(error.awsErrorDetails().errorMessage()).contains(refused.description());
            assertThat(error.requestId()).isNotEmpty();
        });
    }

    private static RestoreDbClusterFromSnapshotRequest.Builder drill() {
        return RestoreDbClusterFromSnapshotRequest.builder()
                .dbClusterIdentifier("drill")
                .snapshotIdentifier("orders-1")
                .engine("aurora-postgresql");
    }

    private static void take(WireRds on, String snapshot) {
        on.east.createDBClusterSnapshot(
                take -> take.dbClusterSnapshotIdentifier(snapshot).dbClusterIdentifier("orders"));
    }

    private static void deleteTwice(WireRds on) {
        on.east.deleteDBInstance(delete -> delete.dbInstanceIdentifier("orders-writer"));
        on.east.deleteDBInstance(delete -> delete.dbInstanceIdentifier("orders-writer"));
    }

    private static void deleteTooSoon(WireRds on) {
        take(on, "now");
        on.east.deleteDBClusterSnapshot(delete -> delete.dbClusterSnapshotIdentifier("now"));
    }

    private static void takeTooMany(WireRds on) {
        take(on, "second");
        take(on, "third");
    }

    private static void restoreTooMany(WireRds on) {
        on.restore("second");
        on.restore("third");
    }

    private static void createTooMany(WireRds on) {
        on.create("second", "orders");
        on.create("third", "orders");
    }
}
