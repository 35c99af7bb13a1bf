package io.aurorarestore.adapter.postgres;

import static io.aurorarestore.adapter.postgres.Restoring.await;
import static io.aurorarestore.adapter.postgres.Restoring.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Check;
import io.aurorarestore.model.settings.Grant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever SQL and its errors are, a message is one that people read. */
class LongTextsTest {

    private static final String RAISE = "DO $$ BEGIN RAISE EXCEPTION '%', repeat('hunter2', 180000)"
            + " USING DETAIL = repeat('hunter2', 180000), HINT = repeat('x', 1200000); END $$";
    private static final String LONG_NAME = "long\n" + "name".repeat(255);

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
    void a_script_that_fails_with_more_than_a_megabyte_makes_a_short_message() {
        assertThat(failure(orders.database()
                        .configure(Restoring.of(orders).script("loud", RAISE).restore())))
                .hasMessage("Script loud failed and was rolled back: raise_exception (P0001)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT '%s'::integer", "SELECT 1 FROM nowhere -- %s", "SELECT 1 / 0 -- %s", "SELECT (%s"})
    void of_a_hundred_kilobytes_of_sql_nothing_is_told_but_a_place(String sql) {
        String script = sql.formatted("hunter2 ".repeat(12_400));

        assertThat(failure(orders.database()
                                .configure(Restoring.of(orders)
                                        .script(LONG_NAME, script)
                                        .restore()))
                        .getMessage())
                .startsWith("Script long namename")
                .doesNotContain("hunter2", "\n")
                .contains("… failed and was rolled back: ")
                .hasSizeLessThan(200);
    }

    @Test
    void a_check_with_a_long_name_makes_a_short_message() {
        for (String sql : List.of("SELECT false", "SELECT 'hunter2'::integer")) {
            Restore restore =
                    Restoring.of(orders).check(Check.named(LONG_NAME, sql)).restore();
            await(orders.database().configure(restore));

            assertThat(failure(orders.database().verify(restore)).getMessage())
                    .contains("long namename")
                    .doesNotContain("hunter2", "\n")
                    .hasSizeLessThan(200);
        }
    }

    @Test
    void a_custom_grant_is_told_by_its_number_and_role() {
        assertThat(failure(orders.database()
                        .configure(Restoring.of(orders)
                                .with("loud", "p", Grant.custom(List.of("GRANT loud TO CURRENT_USER", RAISE)))
                                .restore())))
                .hasMessage("Statement 2 of the custom grant of loud failed: raise_exception (P0001)");
    }

    @Test
    void what_was_done_is_told_shortly() {
        Restoring restoring = Restoring.of(orders);
        for (int number = 0; number < 100; number++) {
            restoring = restoring.script(number + LONG_NAME, "SELECT 1");
        }

        assertThat(await(orders.database().configure(restoring.restore())).description())
                .startsWith("applied: 0long namename")
                .endsWith("… and 95 more")
                .hasSizeLessThan(500);
    }
}
