package io.aurorarestore.adapter.rds;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.adapter.ModelledErrors;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.CallFailedException.Kind;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.rds.RdsAsyncClient;
import software.amazon.awssdk.services.rds.model.RdsException;

class RdsErrorsTest {

    private static final List<String> GONE =
            codes("DBClusterNotFoundFault DBInstanceNotFound DBClusterSnapshotNotFoundFault DBSnapshotNotFound"
                    + " DBClusterAutomatedBackupNotFoundFault ResourceNotFoundFault");
    private static final List<String> TAKEN = codes("""
            DBClusterAlreadyExistsFault DBInstanceAlreadyExists DBClusterSnapshotAlreadyExistsFault
            DBSnapshotAlreadyExists DBClusterRoleAlreadyExists""");
    private static final List<String> PASSING = codes("""
            InvalidDBClusterSnapshotStateFault InvalidDBClusterStateFault InvalidDBSnapshotState
            InvalidDBInstanceState InvalidResourceStateFault InvalidDBSecurityGroupState InvalidGlobalClusterStateFault
            InvalidDBSubnetGroupStateFault InvalidDBClusterEndpointStateFault InsufficientDBInstanceCapacity
            InsufficientDBClusterCapacityFault InsufficientStorageClusterCapacity InvalidDBProxyStateFault InvalidDBShardGroupState""");
    private static final List<String> QUOTA = codes("""
            SnapshotQuotaExceeded StorageQuotaExceeded InstanceQuotaExceeded TenantDatabaseQuotaExceeded
            DBClusterQuotaExceededFault DBInstanceAutomatedBackupQuotaExceeded DBClusterRoleQuotaExceeded""");
    private static final String BACKUP_QUOTA = "DBClusterAutomatedBackupQuotaExceededFault";

    private static RefusingRds rds;

    @BeforeAll
    static void start() {
        rds = new RefusingRds();
    }

    @AfterAll
    static void stop() {
        rds.close();
    }

    static Stream<String> modelled() {
        return ModelledErrors.of(RdsAsyncClient.class).values().stream()
                .flatMap(Set::stream)
                .distinct();
    }

    private static List<String> codes(String text) {
        return List.of(text.trim().split("\\s+"));
    }

    @ParameterizedTest
    @MethodSource("modelled")
    void every_modelled_error_has_its_meaning(String code) {
        assertThat(RdsErrors.knows(code)).as("a rule speaks of it").isTrue();
        CallFailedException failed = rds.refused(400, code, "what RDS says");

        assertThat(failed.kind()).isEqualTo(kind(code));
        assertThat(failed.failure().code()).isEqualTo(failureCode(code));
        assertThat(failed).hasMessageContaining(code).hasMessageContaining("what RDS says");
        assertThat(failed.awsCode()).hasValue(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Throttling",
                "ThrottlingException",
                "ThrottledException",
                "RequestLimitExceeded",
                "TooManyRequestsException",
                "RequestThrottled",
                "RequestThrottledException",
                "SlowDown"
            })
    void a_throttled_call_is_tried_again(String code) {
        assertThat(rds.refused(400, code, "Rate exceeded").kind()).isEqualTo(Kind.RETRY);
    }

    @Test
    void too_many_requests_are_throttled_whatever_their_code() {
        assertThat(rds.refused(429, "Whatever", "Try again").kind()).isEqualTo(Kind.RETRY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PriorRequestNotComplete", "RequestTimeout", "RequestTimeoutException"})
    void a_call_that_took_too_long_may_be_done_or_not(String code) {
        assertThat(rds.refused(400, code, "Too long").kind()).isEqualTo(Kind.UNANSWERED);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void after_a_fault_of_rds_the_call_may_be_done_or_not_whatever_its_code(int status) {
        assertThat(rds.refused(status, "Whatever", "Try again").kind()).isEqualTo(Kind.UNANSWERED);
        assertThat(RdsErrors.classify(RdsException.builder().statusCode(status).build())
                        .kind())
                .isEqualTo(Kind.UNANSWERED);
    }

    @Test
    void copies_in_progress_pass_but_a_full_quota_does_not() {
        assertThat(rds.refused(400, "SnapshotQuotaExceeded", "Cannot copy more than 20 snapshots across regions")
                        .kind())
                .isEqualTo(Kind.RETRY);
        assertThat(rds.refused(400, "SnapshotQuotaExceeded", "Cannot create more than 100 manual snapshots")
                        .kind())
                .isEqualTo(Kind.FATAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AccessDenied", "AccessDeniedException", "UnauthorizedOperation"})
    void a_right_that_is_missing_is_named(String code) {
        CallFailedException failed = rds.refused(403, code, "not authorized to perform: rds:DescribeDBClusters");

        assertThat(failed.kind()).isEqualTo(Kind.FATAL);
        assertThat(failed.failure().code()).isEqualTo(FailureCode.ACCESS_DENIED);
        assertThat(failed).hasMessageContaining("rds:DescribeDBClusters");
    }

    @Test
    void without_an_answer_the_call_may_be_done_or_not() {
        try (RefusingRds absent = new RefusingRds()) {
            assertThat(absent.absent().kind()).isEqualTo(Kind.UNANSWERED);
            assertThat(absent.absent().awsCode()).hasValue("NoAnswer");
        }
        assertThat(kindOf(ApiCallTimeoutException.create(5000))).isEqualTo(Kind.UNANSWERED);
        assertThat(kindOf(SdkClientException.create("reset", new IOException())))
                .isEqualTo(Kind.UNANSWERED);
        assertThat(kindOf(new CompletionException(new IOException("reset")))).isEqualTo(Kind.UNANSWERED);
        assertThat(kindOf(new TimeoutException())).isEqualTo(Kind.UNANSWERED);
    }

    @Test
    void what_the_sdk_says_of_an_answer_that_did_not_come_is_not_passed_on() {
        assertThat(RdsErrors.classify(SdkClientException.create("increase max connections")))
                .hasMessage("RDS could not be reached.");
        assertThat(RdsErrors.classify(ApiCallTimeoutException.create(5000))).hasMessage("RDS took too long to answer.");
    }

    @Test
    void what_rds_says_at_length_is_cut() {
        assertThat(rds.refused(400, "InvalidParameterValue", "x".repeat(5_000)).getMessage())
                .hasSizeLessThan(500);
    }

    @Test
    void a_defect_of_ours_is_not_tried_again() {
        CallFailedException failed = RdsErrors.classify(new IllegalArgumentException("no region"));

        assertThat(failed).hasMessageNotContaining("no region");

        assertThat(failed.kind()).isEqualTo(Kind.FATAL);
        assertThat(failed.failure().code()).isEqualTo(FailureCode.UNEXPECTED);
    }

    private static Kind kindOf(Throwable thrown) {
        return RdsErrors.classify(thrown).kind();
    }

    private static Kind kind(String code) {
        return Map.of(Kind.GONE, GONE, Kind.ALREADY_EXISTS, TAKEN, Kind.RETRY, PASSING).entrySet().stream()
                .filter(kind -> kind.getValue().contains(code))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Kind.FATAL);
    }

    private static FailureCode failureCode(String code) {
        Map<FailureCode, List<String>> known = Map.of(
                FailureCode.GONE, GONE,
                FailureCode.NAME_TAKEN, TAKEN,
                FailureCode.QUOTA_EXCEEDED, QUOTA,
                FailureCode.BACKUP_QUOTA_EXCEEDED, codes(BACKUP_QUOTA),
                FailureCode.KMS_KEY_UNUSABLE, codes("KMSKeyNotAccessibleFault"));
        return known.entrySet().stream()
                .filter(one -> one.getValue().contains(code))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(FailureCode.AWS_REFUSED);
    }
}
