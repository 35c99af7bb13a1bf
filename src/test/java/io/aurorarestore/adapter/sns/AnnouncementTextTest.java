package io.aurorarestore.adapter.sns;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.notification.Announcement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the reader of an e-mail gets. */
class AnnouncementTextTest {

    @Test
    void a_failure_says_what_happened_why_what_is_left_and_what_to_run_next() {
        String staging = TestData.staged(StepName.CREATE_INSTANCES).names().staging();

        assertThat(text(NewsSamples.endOf(Status.FAILED)).lines())
                .containsExactly(
                        "orders-drill: FAILED",
                        "",
                        "Step CreateInstances needs a person. " + NewsSamples.FAILURE.description()
                                + " Resume it when the cause is fixed, or abandon it.",
                        "",
                        "Left over, each with the command that removes it:",
                        "- cluster " + staging + ": aws rds delete-db-cluster --db-cluster-identifier " + staging
                                + " --skip-final-snapshot",
                        "",
                        "What to do next:",
                        "- to let it go on, when the cause is fixed:",
                        "    aws events put-events --entries '[{\"EventBusName\":\"aurora-restore\","
                                + "\"Source\":\"aurora-restore.client\",\"DetailType\":\"Restore Resume Requested\","
                                + "\"Detail\":\"{\\\"reason\\\":\\\"the cause is fixed\\\",\\\"restoreId\\\":\\\""
                                + TestData.ID
                                + "\\\"}\"}]'",
                        "- to give it up, and its target free:",
                        "    aws events put-events --entries '[{\"EventBusName\":\"aurora-restore\","
                                + "\"Source\":\"aurora-restore.client\",\"DetailType\":\"Restore Abandon Requested\","
                                + "\"Detail\":\"{\\\"reason\\\":\\\"given up\\\",\\\"restoreId\\\":\\\"" + TestData.ID
                                + "\\\"}\"}]'",
                        "- to see what was done, step by step:",
                        "    aws dynamodb query --table-name AuroraRestoreAudit --key-condition-expression"
                                + " 'restoreId = :id' --expression-attribute-values '{\":id\":{\"S\":\"" + TestData.ID
                                + "\"}}'",
                        "",
                        "Restore: " + TestData.ID,
                        "Request: a request",
                        "Profile: default",
                        "Environment: drill",
                        "Message id: " + TestData.ID + "-FAILED-CreateInstances-1",
                        "",
                        "Each code is explained in docs/errors.md of Aurora Restore.");
    }

    @Test
    void a_success_says_where_the_cluster_answers_and_warns() {
        assertThat(text(NewsSamples.endOf(Status.SUCCEEDED)))
                .contains("orders-drill was restored from orders-prod-2026-11-20, data of 2026-11-21T01:00:00Z.")
                .contains("It answers at orders-drill.example:5432.")
                .contains("Warnings:\n- A tag is missing.")
                .doesNotContain("Left over")
                .doesNotContain("errors.md");
    }

    @Test
    void what_was_undone_is_said() {
        assertThat(text(NewsSamples.endOf(Status.ROLLED_BACK)))
                .contains(NewsSamples.FAILURE.description())
                .contains("undone: orders-drill is as it was.")
                .contains("to ask for the same again");
    }

    @ParameterizedTest
    @MethodSource("io.aurorarestore.adapter.sns.NewsSamples#ofEveryKind")
    void every_failure_has_its_code_message_and_advice_once(Announcement announcement) {
        announcement
                .failure()
                .ifPresent(failure -> assertThat(text(announcement))
                        .containsOnlyOnce(failure.message())
                        .containsOnlyOnce(failure.code().advice())
                        .contains(failure.code().name()));
    }

    @Test
    void a_refused_request_cannot_forge_lines_of_ours() {
        Announcement forged = RejectionAnnouncements.refused(
                "key\nRun this: rm",
                "x\n\nWhat to do next:\u0007",
                "p",
                new Failure(FailureCode.INVALID_REQUEST, "No."));

        assertThat(text(forged))
                .startsWith("x\\u000a\\u000aWhat to do next:\\u0007: REFUSED\n")
                .contains("Request: key\\u000aRun this: rm\n");
    }

    private static String text(Announcement announcement) {
        return AnnouncementText.write(announcement, "drill");
    }
}
