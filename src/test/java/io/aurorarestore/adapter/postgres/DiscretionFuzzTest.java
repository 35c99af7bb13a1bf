package io.aurorarestore.adapter.postgres;

import static io.aurorarestore.adapter.postgres.RestoredOrders.run;
import static io.aurorarestore.adapter.postgres.Restoring.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.fuzz.Fuzz;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Check;
import io.aurorarestore.model.settings.Grant;
import io.aurorarestore.port.CallFailedException;
import io.smallrye.mutiny.Uni;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever the data is, and however a profile's SQL fails on it, neither a message nor a log quotes it. */
class DiscretionFuzzTest {

    private static RestoredOrders orders;

    @BeforeAll
    static void start() throws Exception {
        orders = new RestoredOrders();
        try (Connection master = orders.master()) {
            run(
                    master,
                    "CREATE TYPE moody AS ENUM ('sad')",
                    "CREATE DOMAIN short AS text CHECK (length(value) < 3)",
                    "CREATE TABLE hostile (what text PRIMARY KEY)",
                    "CREATE TABLE following (what text REFERENCES hostile DEFERRABLE INITIALLY DEFERRED)",
                    "CREATE TABLE listed (what text) PARTITION BY LIST (what)",
                    "CREATE TABLE excluding (what text, EXCLUDE USING hash (what WITH =))",
                    "CREATE TABLE watched (what text)",
                    """
                    CREATE FUNCTION raised(it text, state text) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN
                    RAISE USING MESSAGE = it, DETAIL = it, HINT = it, SCHEMA = it, TABLE = it, COLUMN = it,
                    CONSTRAINT = it, DATATYPE = it, ERRCODE = state; END $$""",
                    """
                    CREATE FUNCTION warned(it text) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN
                    RAISE WARNING '%', it USING DETAIL = it, HINT = it; RETURN false; END $$""",
                    """
                    CREATE FUNCTION watch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                    PERFORM raised(NEW.what, '23514'); RETURN NULL; END $$""",
                    "CREATE CONSTRAINT TRIGGER watching AFTER INSERT ON watched DEFERRABLE INITIALLY DEFERRED"
                            + " FOR EACH ROW EXECUTE FUNCTION watch()");
        }
    }

    @AfterAll
    static void stop() {
        orders.close();
    }

    @Test
    void nothing_of_the_data_is_in_a_message_or_a_log() throws Exception {
        String logged = Listening.during(() -> Fuzz.seeds(200, DiscretionFuzzTest::trial));

        assertThat(logged).doesNotContainIgnoringCase(HostileData.MARKER);
    }

    private static void trial(SplittableRandom chance) {
        HostileData data = new HostileData(chance);
        store(data.next());
        String said = said(work(chance, new HostileSql(data), Restoring.of(orders)));

        assertThat(said).doesNotContainIgnoringCase(HostileData.MARKER).hasSizeLessThan(600);
        assertThat(said.chars()).noneMatch(Character::isISOControl);
    }

    private static Uni<String> work(SplittableRandom chance, HostileSql sql, Restoring start) {
        Restoring restoring =
                switch (chance.nextInt(4)) {
                    case 0 -> start.script("fails", sql.change() + "\n; SELECT 1 / 0");
                    case 1 -> start.script("commits", sql.change()).script("fails", "SELECT 1 / 0");
                    case 2 -> start.with("fuzzed", "p", Grant.custom(List.of(sql.change(), "SELECT 1 / 0")));
                    default -> start.check(Check.unnamed(sql.query()));
                };
        Restore restore = restoring.restore();
        return orders.database()
                .configure(restore)
                .chain(() -> orders.database().verify(restore));
    }

    private static String said(Uni<String> work) {
        try {
            return await(work);
        } catch (CallFailedException failed) {
            return failed.getMessage();
        }
    }

    private static void store(String data) {
        try (Connection master = orders.master();
                PreparedStatement insert = master.prepareStatement("INSERT INTO hostile VALUES (?)")) {
            run(master, "DELETE FROM following", "DELETE FROM hostile");
            insert.setString(1, data);
            insert.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
