package io.aurorarestore.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.aurorarestore.intake.OperatorActions;
import io.aurorarestore.json.QueueMessages;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.DatabaseJob;
import io.aurorarestore.model.restore.JobReport;
import io.aurorarestore.model.text.EnumText;
import io.aurorarestore.model.text.Sensitive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InboxMessageParserTest {

    private static final RestoreId ID = RestoreId.of("a request");
    private static final DatabaseJob JOB = new DatabaseJob(ID, StepName.VERIFY_RESTORE, 2, 3);

    private final InboxMessageParser parser = new InboxMessageParser();

    @Test
    void an_rds_event_names_its_resource() {
        InboxMessage parsed = parse(rds("cluster:orders-drill", "DB cluster created", "\"RDS-EVENT-0170\""));

        assertThat(parsed).isInstanceOfSatisfying(InboxMessage.Happened.class, happened -> {
            assertThat(happened.event().arns())
                    .containsExactly("arn:aws:rds:us-east-1:123456789012:cluster:orders-drill");
            assertThat(happened.event().description()).isEqualTo("RDS-EVENT-0170 DB cluster created");
        });
    }

    @Test
    void a_rename_concerns_both_names_whichever_the_event_is_filed_under() {
        InboxMessage parsed = parse(rds("cluster:new", "Renamed cluster from old to new", "\"RDS-EVENT-0172\""));

        assertThat(((InboxMessage.Happened) parsed).event().arns())
                .containsExactlyInAnyOrder(
                        "arn:aws:rds:us-east-1:123456789012:cluster:new",
                        "arn:aws:rds:us-east-1:123456789012:cluster:old");
    }

    @Test
    void an_event_without_an_id_is_an_event() {
        InboxMessage parsed = parse(rds("db:x", "Finished moving DB instance to target VPC", "null"));

        assertThat(((InboxMessage.Happened) parsed).event().description())
                .isEqualTo("Finished moving DB instance to target VPC");
    }

    @Test
    void a_request_takes_its_key_from_the_request_or_from_the_event() {
        assertThat(asked(request("{\"requestId\":\"mine\"}")).sender().key()).isEqualTo("mine");
        assertThat(asked(request("{}")).sender().key()).isEqualTo("event-1");
        assertThat(asked(request("{\"requestId\":\" \"}")).sender().key()).isEqualTo("event-1");
        assertThat(asked(request("{\"requestId\":{}}")).sender().key()).isEqualTo("event-1");
    }

    @Test
    void a_task_token_is_the_senders_and_does_not_show() {
        ReceivedRequest asked = asked(request("{\"taskToken\":\"a token\"}"));

        assertThat(asked.sender().taskToken()).contains(new Sensitive("a token"));
        assertThat(asked.sender()).asString().doesNotContain("a token");
    }

    @Test
    void a_new_automated_snapshot_is_known_by_its_cluster() {
        String arn = "arn:aws:rds:us-west-2:123456789012:cluster-snapshot:rds:orders-prod-2026-11-20-03-05";
        InboxMessage parsed =
                parse(rds("cluster-snapshot:rds:orders-prod-2026-11-20-03-05", "created", "\"RDS-EVENT-0169\""));

        assertThat(((InboxMessage.Happened) parsed).event().automated()).hasValueSatisfying(snapshot -> {
            assertThat(snapshot.cluster()).isEqualTo("orders-prod");
            assertThat(snapshot.account()).isEqualTo("123456789012");
        });
        assertThat(AutomatedSnapshot.of(arn, "e").orElseThrow().region()).isEqualTo("us-west-2");
        assertThat(AutomatedSnapshot.of(arn.replace("rds:orders", "orders"), "e"))
                .isEmpty();
    }

    private ReceivedRequest asked(String event) {
        return ((InboxMessage.Requested) parse(event)).request();
    }

    @ParameterizedTest
    @CsvSource({
        "Restore Cancel Requested,CANCEL",
        "Restore Resume Requested,RESUME",
        "Restore Abandon Requested,ABANDON",
        "Restore Retire Requested,RETIRE"
    })
    void an_operator_asks_for_an_operation_by_the_events_type(String type, OperatorActions.Operation operation) {
        InboxMessage parsed = parse(operation(type, "{\"target\":\"orders-drill\",\"requestId\":\"mine\"}"));
        assertThat(parsed).isInstanceOfSatisfying(InboxMessage.Operated.class, asked -> {
            assertThat(asked.operation()).isEqualTo(operation);
            assertThat(asked.request().detail().path("target").asText()).isEqualTo("orders-drill");
            assertThat(asked.request().sender().key()).isEqualTo(EnumText.of(operation) + " mine");
            assertThat(asked.request().sender().by()).isEqualTo("aurora-restore.client in account 123456789012");
        });
    }

    @Test
    void an_operation_without_a_detail_is_one_all_the_same() {
        assertThat(parse(operation("Restore Cancel Requested", "null")))
                .isInstanceOfSatisfying(
                        InboxMessage.Operated.class,
                        asked -> assertThat(asked.request().sender().key()).isEqualTo("cancel event-1"));
    }

    @Test
    void what_is_said_of_a_hook_is_known_by_the_events_type() {
        assertThat(parse(operation("Restore Hook Completed", "{\"outcome\":\"FAILED\"}")))
                .isInstanceOfSatisfying(InboxMessage.Answered.class, answered -> {
                    assertThat(answered.ended()).isTrue();
                    assertThat(answered.detail().path("outcome").asText()).isEqualTo("FAILED");
                    assertThat(answered.by()).isEqualTo("aurora-restore.client in account 123456789012");
                });
        assertThat(parse(operation("Restore Hook Progressed", "{}")))
                .isInstanceOfSatisfying(
                        InboxMessage.Answered.class,
                        answered -> assertThat(answered.ended()).isFalse());
    }

    @Test
    void another_type_of_event_asks_for_a_restore() {
        assertThat(parse(operation("Restore Requested", "{}"))).isInstanceOf(InboxMessage.Requested.class);
    }

    @Test
    void a_wake_up_comes_back_as_it_was_sent() {
        assertThat(parse(QueueMessages.wakeUp(ID, 7))).isEqualTo(new InboxMessage.WokenUp(ID, 7));
    }

    @Test
    void a_report_comes_back_as_it_was_sent() {
        assertThat(parse(QueueMessages.report(JOB))).isEqualTo(new InboxMessage.Reported(JOB));
    }

    @Test
    void what_a_report_says_besides_is_believed_nothing() {
        String job = "{\"restoreId\":\"" + ID + "\",\"step\":\"VERIFY_RESTORE\",\"attempt\":2}";
        String forged = "{\"report\":{\"job\":" + job + ",\"outcome\":\"DONE\",\"detail\":\"all is masked\"}}";

        assertThat(parse(forged))
                .isEqualTo(new InboxMessage.Reported(new DatabaseJob(ID, StepName.VERIFY_RESTORE, 2, 1)));
    }

    @Test
    void a_job_in_the_inbox_is_a_dead_letter() {
        assertThat(parse(QueueMessages.job(JOB))).isEqualTo(new InboxMessage.Dead(JOB));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "null",
                "[]",
                "{}",
                "1",
                "{\"wakeUp\":{\"restoreId\":\"../etc\",\"chain\":1}}",
                "{\"wakeUp\":{}}",
                "{\"job\":{\"restoreId\":\"abcdefghijkl\",\"step\":\"NONE\",\"attempt\":1}}",
                "{\"report\":{}}",
                "{\"report\":{\"job\":{}}}",
                "{\"unheard\":\"of\"}"
            })
    void anything_else_is_unreadable(String body) {
        assertThat(parse(body)).isInstanceOf(InboxMessage.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"requestId\":{}}", "{\"requestId\":\"\"}", "{\"requestId\":7}"})
    void a_request_id_that_is_none_does_not_make_strangers_share_a_key(String detail) {
        assertThat(asked(request(detail)).sender().key()).isEqualTo("event-1");
    }

    @Test
    void an_event_whose_id_is_endless_is_known_by_its_message() {
        ReceivedRequest asked = asked(request("{}").replace("event-1", "e".repeat(100_000)));

        assertThat(asked.delivery()).isEqualTo("message-1");
        assertThat(asked.sender().key()).isEqualTo("message-1");
    }

    @Test
    void an_account_that_is_none_is_not_passed_on() {
        assertThat(asked(request("{}").replace("123456789012", "ops\\n"))
                        .sender()
                        .by())
                .isEqualTo("aurora-restore.client in account unknown");
    }

    @Test
    void what_rds_never_sends_is_not_kept() {
        InboxMessage parsed = parse(rds("cluster:" + "x".repeat(10_000), "m".repeat(10_000), "\"RDS-EVENT-0170\""));

        assertThat(((InboxMessage.Happened) parsed).event()).satisfies(event -> {
            assertThat(event.description()).isEqualTo("RDS-EVENT-0170");
            assertThat(event.arns()).isEmpty();
        });
    }

    @Test
    void why_it_is_unreadable_quotes_nothing_of_it_but_all_of_it_is_kept() {
        String body = "{\"wakeUp\":{\"restoreId\":\"hunter2\",\"chain\":1}}";

        assertThat(parse(body)).isInstanceOfSatisfying(InboxMessage.Unreadable.class, unreadable -> {
            assertThat(unreadable.reason()).doesNotContain("hunter2");
            assertThat(unreadable.body()).isEqualTo(new Sensitive(body));
            assertThat(unreadable).asString().doesNotContain("hunter2");
        });
    }

    @Test
    void what_a_job_came_to_is_kept_in_part_where_it_is_endless() {
        assertThat(JobReport.done(JOB, "d".repeat(100_000)).detail()).hasSizeLessThan(10_000);
        assertThat(new Failure(FailureCode.DATABASE_FAILED, "d".repeat(100_000)).message())
                .hasSizeLessThan(10_000);
    }

    private InboxMessage parse(String body) {
        SQSMessage message = new SQSMessage();
        message.setMessageId("message-1");
        message.setBody(body);
        return parser.parse(message);
    }

    private static String rds(String resource, String message, String eventId) {
        return "{\"source\":\"aws.rds\",\"detail\":{\"SourceArn\":\"arn:aws:rds:us-east-1:123456789012:" + resource
                + "\",\"Message\":\"" + message + "\",\"EventID\":" + eventId + "}}";
    }

    private static String operation(String type, String detail) {
        return "{\"id\":\"event-1\",\"source\":\"aurora-restore.client\",\"account\":\"123456789012\",\"detail-type\":\""
                + type + "\",\"detail\":" + detail + "}";
    }

    private static String request(String detail) {
        return "{\"id\":\"event-1\",\"source\":\"aurora-restore.client\",\"account\":\"123456789012\",\"detail\":"
                + detail + "}";
    }
}
