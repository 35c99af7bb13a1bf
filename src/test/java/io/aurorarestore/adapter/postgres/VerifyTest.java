package io.aurorarestore.adapter.postgres;

import static io.aurorarestore.adapter.postgres.RestoredOrders.column;
import static io.aurorarestore.adapter.postgres.RestoredOrders.run;
import static io.aurorarestore.adapter.postgres.Restoring.await;
import static io.aurorarestore.adapter.postgres.Restoring.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Check;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyTest {

    private static RestoredOrders orders;

    @BeforeAll
    static void start() throws Exception {
        orders = new RestoredOrders();
    }

    @AfterAll
    static void stop() {
        orders.close();
    }

    @Test
    void checks_that_all_answer_true_hold() {
        Restore restore = configured("select count(*) = 400 from orders", "SELECT true;");

        assertThat(await(orders.database().verify(restore))).isEqualTo("2 check(s) hold");
    }

    @Test
    void no_checks_hold() {
        assertThat(await(orders.database().verify(configured()))).isEqualTo("0 check(s) hold");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select false",
                "select null::boolean",
                "select 'true'",
                "select 1",
                "select true where false",
                "select true from orders",
                "select true, true",
                "select true; select false",
                "create temp table t (id int)",
                "selec true",
                "select 1 = 1 / 0",
                "select count(*) > 0 from no_such_table",
                "",
                " ; ",
                "-- select true",
                "/* select true\n */ -- ;"
            })
    void a_check_that_does_not_answer_true_fails_by_its_number_without_a_word_of_its_sql(String check) {
        CallFailedException failed = failure(orders.database().verify(configured("select true", check)));

        assertThat(failed.kind()).isEqualTo(CallFailedException.Kind.FATAL);
        assertThat(failed.failure().code()).isEqualTo(FailureCode.VERIFICATION_FAILED);
        assertThat(failed.getMessage() + "\n")
                .matches("This check (does not hold|cannot be run): check 2[.:] .*\n")
                .doesNotContain(check.isEmpty() ? "\0" : check);
    }

    @Test
    void what_holds_once_it_is_configured_is_told_with_that() {
        Restore restore =
                Restoring.of(orders).check(Check.unnamed("select true")).restore();

        assertThat(await(orders.database().configureAndVerify(restore)).verified())
                .hasValue("1 check(s) hold");
    }

    @Test
    void what_does_not_hold_is_left_to_whoever_verifies() {
        Restore restore =
                Restoring.of(orders).check(Check.unnamed("select false")).restore();

        Database.Report report = await(orders.database().configureAndVerify(restore));

        assertThat(report.verified()).isEmpty();
        assertThat(report).isEqualTo(await(orders.database().configure(restore)));
    }

    @Test
    void a_check_that_has_a_name_fails_by_it() {
        Restore restore = Restoring.of(orders)
                .check(Check.unnamed("select true"))
                .check(Check.named("there are orders", "select false"))
                .restore();
        await(orders.database().configure(restore));

        assertThat(failure(orders.database().verify(restore)))
                .hasMessage("This check does not hold: there are orders. It must answer one row of one column, true.");
    }

    @Test
    void a_check_that_needs_more_than_an_invocation_is_told_so() {
        Restore restore = Restoring.of(orders)
                .check(Check.named("slow", "SELECT pg_sleep(60) IS NULL"))
                .restore();
        await(orders.database().configure(restore));

        assertThat(failure(orders.hasty(Duration.ofSeconds(2)).verify(restore)))
                .hasMessage(
                        "This check was ended before it had an answer: slow. No statement may take longer than a run of"
                                + " the database function (DatabaseTimeout).");
    }

    @Test
    void an_answer_that_the_client_cannot_read_does_not_hold_and_is_not_quoted() {
        CallFailedException failed = failure(orders.database()
                .verify(configured("select ('{\"a\": ' || repeat('[', 2000) || '\"hunter2\"' || repeat(']', 2000)"
                        + " || '}')::json")));

        assertThat(failed.kind()).isEqualTo(CallFailedException.Kind.FATAL);
        assertThat(failed).hasMessage("This check does not hold: check 1. It must answer one row of one column, true.");
    }

    @Test
    void of_what_postgresql_says_of_a_check_the_condition_and_the_position_are_told() {
        CallFailedException failed =
                failure(orders.database().verify(configured("select count(*) > 0 from no_such_table")));

        assertThat(failed).hasMessage("This check cannot be run: check 1: undefined_table (42P01) at character 26");
    }

    @Test
    void a_check_cannot_change_the_data() throws SQLException {
        CallFailedException failed = failure(orders.database()
                .verify(configured(
                        "with gone as (delete from order_items returning 1) select count(*) > 0 from gone")));

        assertThat(failed.failure().code()).isEqualTo(FailureCode.VERIFICATION_FAILED);
        assertThat(failed).hasMessageContaining("read_only_sql_transaction (25006)");
        try (Connection master = orders.master()) {
            assertThat(column(master, "SELECT count(*) > 0 FROM order_items")).containsExactly("t");
        }
    }

    @Test
    void checks_read_what_other_owners_have_and_the_master_is_none_of_them_after() throws SQLException {
        Restore restore = configured("select count(*) = 5 from audit_log", "select count(*) = 10 from tickets");

        assertThat(await(orders.database().verify(restore))).isEqualTo("2 check(s) hold");

        try (Connection master = orders.master()) {
            assertThat(column(master, "SELECT pg_has_role('flyway', 'USAGE')")).containsExactly("f");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "commit",
                "rollback",
                "set transaction read write",
                "select set_config('role', 'flyway', false) = ''"
            })
    void a_check_that_would_leave_its_transaction_does_not_hold(String check) throws SQLException {
        assertThat(failure(orders.database().verify(configured(check, "select true")))
                        .kind())
                .isEqualTo(CallFailedException.Kind.FATAL);
        try (Connection master = orders.master()) {
            run(master, "REVOKE flyway FROM CURRENT_USER");
        }
    }

    @Test
    void data_that_this_restore_has_not_configured_is_not_checked() {
        Restore before = configured("select true");
        Restore after = configured("select true");

        CallFailedException failed = failure(orders.database().verify(before));

        assertThat(failed.kind()).isEqualTo(CallFailedException.Kind.FATAL);
        assertThat(failed.failure().code()).isEqualTo(FailureCode.VERIFICATION_FAILED);
        assertThat(failed)
                .hasMessage("This restore has not configured the data, which says that it is of restore " + after.id()
                        + ".");
    }

    @Test
    void data_that_says_nothing_of_where_it_came_from_is_not_checked() throws SQLException {
        try (Connection master = orders.master()) {
            run(master, "CREATE DATABASE unconfigured");
        }

        CallFailedException failed = failure(
                orders.database().verify(Restoring.of(orders).in("unconfigured").restore("select true")));

        assertThat(failed.kind()).isEqualTo(CallFailedException.Kind.FATAL);
        assertThat(failed.failure().code()).isEqualTo(FailureCode.VERIFICATION_FAILED);
        assertThat(failed)
                .hasMessage("This restore has not configured the data, which says that it is of no restore: it has no"
                        + " table aurora_restore.provenance.");
    }

    private static Restore configured(String... checks) {
        Restore restore = Restoring.of(orders).restore(checks);
        await(orders.database().configure(restore));
        return restore;
    }
}
