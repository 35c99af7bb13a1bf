package io.aurorarestore.aws.postgres;

import static io.aurorarestore.aws.postgres.RestoredOrders.column;
import static io.aurorarestore.aws.postgres.Restoring.await;
import static io.aurorarestore.aws.postgres.Restoring.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.port.CallFailed;
import io.aurorarestore.restore.FailureCode;
import io.aurorarestore.restore.Restore;
import java.sql.Connection;
import java.sql.SQLException;
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
    void a_check_that_does_not_answer_true_fails_by_its_words(String check) {
        CallFailed failed = failure(orders.database().verify(configured("select true", check)));

        assertThat(failed.kind()).isEqualTo(CallFailed.Kind.FATAL);
        assertThat(failed.failure().code()).isEqualTo(FailureCode.VERIFICATION_FAILED);
        assertThat(failed).hasMessageContaining("check").hasMessageContaining(check);
    }

    @Test
    void what_postgresql_says_of_a_check_is_passed_on() {
        CallFailed failed = failure(orders.database().verify(configured("select count(*) > 0 from no_such_table")));

        assertThat(failed).hasMessageContaining("relation \"no_such_table\" does not exist");
    }

    @Test
    void a_check_cannot_change_the_data() throws SQLException {
        CallFailed failed = failure(orders.database()
                .verify(configured(
                        "with gone as (delete from order_items returning 1) select count(*) > 0 from gone")));

        assertThat(failed.failure().code()).isEqualTo(FailureCode.VERIFICATION_FAILED);
        assertThat(failed).hasMessageContaining("read-only transaction");
        try (Connection master = orders.master()) {
            assertThat(column(master, "SELECT count(*) > 0 FROM order_items")).containsExactly("t");
        }
    }

    @Test
    void the_data_of_another_restore_is_not_checked() {
        Restore before = configured("select true");
        Restore after = configured("select true");

        CallFailed failed = failure(orders.database().verify(before));

        assertThat(failed.kind()).isEqualTo(CallFailed.Kind.RETRY);
        assertThat(failed).hasMessageContaining(after.id().value());
    }

    private static Restore configured(String... checks) {
        Restore restore = Restoring.of(orders).restore(checks);
        await(orders.database().configure(restore));
        return restore;
    }
}
