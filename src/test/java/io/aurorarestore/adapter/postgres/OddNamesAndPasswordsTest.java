package io.aurorarestore.adapter.postgres;

import static io.aurorarestore.adapter.postgres.RestoredOrders.column;
import static io.aurorarestore.adapter.postgres.RestoredOrders.run;
import static io.aurorarestore.adapter.postgres.Restoring.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.model.settings.Grant;
import io.aurorarestore.model.text.Sensitive;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OddNamesAndPasswordsTest {

    private static RestoredOrders orders;

    @BeforeAll
    static void start() throws Exception {
        orders = new RestoredOrders();
    }

    @AfterAll
    static void stop() {
        orders.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Mixed Case", "quo\"te", "x\"; DROP TABLE orders; --", "it's", "back\\slash", "größe", "$1"})
    void any_name_is_taken_as_it_is(String name) throws SQLException {
        configure(name, "p1", Grant.READ_ONLY);
        configure(name, "p2", Grant.READ_ONLY);

        assertThatThrownBy(() -> orders.login(name, "p1")).isInstanceOf(SQLException.class);
        try (Connection role = orders.login(name, "p2")) {
            assertThat(column(role, "SELECT current_user")).containsExactly(name);
            assertThat(column(role, "SELECT count(*) FROM customers")).containsExactly("200");
        }
    }

    @Test
    void every_schema_is_opened_whatever_its_name() throws SQLException {
        try (Connection master = orders.master()) {
            run(master, "CREATE SCHEMA \"Odd\"\"s\"", "CREATE TABLE \"Odd\"\"s\".\"T x\" AS SELECT 7 AS n");
        }

        configure("of_schemas", "p1", Grant.READ_ONLY);

        try (Connection role = orders.login("of_schemas", "p1")) {
            assertThat(column(role, "SELECT n FROM \"Odd\"\"s\".\"T x\"")).containsExactly("7");
            assertThatThrownBy(() -> column(role, "SELECT * FROM aurora_restore.provenance"))
                    .hasMessageContaining("permission denied");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"it's \"quoted\"; DROP ROLE x; --\\", "pässwörd-ﬁ-Å", "密码 пароль", "tab\there-hidden"})
    void any_password_works_and_is_in_no_log(String password) throws SQLException, IOException {
        configure("of_passwords", password, Grant.READ_ONLY);

        orders.login("of_passwords", password).close();
        assertThat(orders.log())
                .contains("ROLE \"of_passwords\" NOLOGIN PASSWORD 'SCRAM-SHA-256$")
                .doesNotContain(password)
                .doesNotContain(password.substring(0, 8))
                .doesNotContain(RestoredOrders.MASTER_PASSWORD);
    }

    /** Of a plain password the server makes a verifier of its own: ours has to be the same. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "composed é and decomposed e\u0301",
                "ligature ﬁ, roman Ⅸ, full width Ａ",
                "no-break\u00a0space, ogham\u1680space, wide\u3000space",
                "soft\u00adhyphen, joiner\u2060",
                "a control \u0007 forbids preparing ﬁ",
                "emoji \uD83D\uDE00 forbids preparing ﬁ",
                "\u0627\u0644\u0633 right to left"
            })
    void a_password_is_prepared_as_the_server_prepares_it(String password) throws SQLException, IOException {
        try (Connection admin = orders.admin();
                Statement statement = admin.createStatement()) {
            run(
                    admin,
                    "SET scram_iterations = 4096", // as is its default, and RDS's
                    "DROP ROLE IF EXISTS prepared",
                    "CREATE ROLE prepared PASSWORD " + statement.enquoteLiteral(password));
            String stored = column(admin, "SELECT rolpassword FROM pg_authid WHERE rolname = 'prepared'")
                    .get(0);
            byte[] salt = Base64.getDecoder().decode(stored.split("[:$]")[2]);

            assertThat(ScramVerifier.of(new Sensitive(password), salt)).isEqualTo(stored);
        }
    }

    private static void configure(String name, String password, Grant grant) {
        await(orders.database()
                .configure(Restoring.of(orders).with(name, password, grant).restore()));
    }
}
