package io.aurorarestore.adapter.postgres;

import static io.aurorarestore.adapter.postgres.RestoredOrders.run;
import static io.aurorarestore.adapter.postgres.Restoring.failure;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamedObjectsTest {

    private static RestoredOrders orders;

    @BeforeAll
    static void start() throws Exception {
        orders = new RestoredOrders();
        try (Connection master = orders.master()) {
            run(
                    master,
                    "CREATE DOMAIN short AS text CONSTRAINT is_short CHECK (length(value) < 9)",
                    "CREATE TABLE people (id int PRIMARY KEY, \"e-mail\" text NOT NULL,"
                            + " boss int CONSTRAINT has_boss REFERENCES people DEFERRABLE INITIALLY DEFERRED)",
                    "INSERT INTO people VALUES (1, 'hunter2@example.com')");
        }
    }

    @AfterAll
    static void stop() {
        orders.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INSERT INTO people VALUES (1, 'hunter2')|unique_violation (23505) in schema public, table people,"
                        + " constraint people_pkey",
                "UPDATE people SET \"e-mail\" = NULL|not_null_violation (23502) in schema public, table people,"
                        + " column e-mail",
                "INSERT INTO people VALUES (2, 'hunter2', 3)|foreign_key_violation (23503) in schema public,"
                        + " table people, constraint has_boss",
                "SELECT 'hunter2hunter2'::short|check_violation (23514) in schema public, constraint is_short,"
                        + " data type short"
            })
    void the_objects_that_an_error_names_are_told(String sql, String told) {
        assertThat(failure(orders.database()
                        .configure(Restoring.of(orders).script("rude", sql).restore())))
                .hasMessage("Script rude failed and was rolled back: " + told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SCHEMA", "TABLE", "COLUMN", "CONSTRAINT", "DATATYPE", "MESSAGE", "DETAIL", "HINT"})
    void an_error_that_a_script_makes_up_names_nothing_that_is_not_there(String field) {
        assertThat(failure(orders.database()
                        .configure(Restoring.of(orders)
                                .script(
                                        "rude",
                                        "DO $$ DECLARE who text; BEGIN SELECT \"e-mail\" INTO who FROM people;"
                                                + " RAISE USING ERRCODE = '23505', " + field + " = who; END $$")
                                .restore())))
                .hasMessage("Script rude failed and was rolled back: unique_violation (23505)");
    }

    @Test
    void an_object_that_went_with_the_script_is_not_told() {
        assertThat(failure(orders.database()
                        .configure(Restoring.of(orders)
                                .script(
                                        "rude",
                                        "CREATE TABLE \"hunter2\" (\"hunter2's\" int NOT NULL);"
                                                + " INSERT INTO \"hunter2\" VALUES (NULL)")
                                .restore())))
                .hasMessage("Script rude failed and was rolled back: not_null_violation (23502) in schema public");
    }
}
