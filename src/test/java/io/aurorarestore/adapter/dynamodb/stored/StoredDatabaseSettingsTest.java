package io.aurorarestore.adapter.dynamodb.stored;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Check;
import io.aurorarestore.model.settings.DatabaseSettings;
import io.aurorarestore.model.settings.OneDatabase;
import io.aurorarestore.model.settings.Script;
import io.aurorarestore.model.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoredDatabaseSettingsTest {

    @Test
    void to_keep_some_roles_or_none_is_kept() {
        for (List<String> kept : List.of(List.of("orders_*", "batch"), List.<String>of())) {
            assertThat(read(StoredRestores.write(keeping(Optional.of(kept))))).contains(kept);
        }
    }

    @Test
    void a_restore_that_says_nothing_of_it_keeps_all_and_is_stored_as_before() {
        String written = StoredRestores.write(keeping(Optional.empty()));

        assertThat(written).doesNotContain("keepRoles");
        assertThat(read(written)).isEmpty();
    }

    @Test
    void a_script_keeps_how_it_runs() {
        List<Script> scripts = List.of(
                new Script("plain", "select 1"),
                new Script("alone", "vacuum", false, Optional.empty()),
                new Script("as", "select 1", true, Optional.of("flyway")),
                new Script("rounds", "select 1", true, Optional.empty(), true, Duration.ofHours(6)));

        String written = StoredRestores.write(restore(Optional.empty(), scripts));

        assertThat(StoredRestores.read(written).settings().database().first().scripts())
                .isEqualTo(scripts);
        assertThat(written).contains("{\"name\":\"plain\",\"sql\":\"select 1\"}");
    }

    @Test
    void several_databases_are_kept_and_a_version_that_knows_of_one_only_cannot_read_them() {
        OneDatabase one = TestData.settings().database().first();
        OneDatabase other = new OneDatabase(
                "reporting", one.users(), List.of(new Script("mask", "select 1")), List.of(Check.unnamed("select 2")));
        Restore restore = restore(
                new DatabaseSettings(List.of(one, other), List.of("old"), List.of("human"), Optional.of(List.of())));

        String written = StoredRestores.write(restore);

        assertThat(StoredRestores.read(written)).isEqualTo(restore);
        assertThat(written).doesNotContain("\"database\":\"orders\"");
    }

    @Test
    void one_database_is_stored_as_all_were_once() {
        assertThat(StoredRestores.write(TestData.restore(StepName.CONFIGURE_DATABASE)))
                .contains("\"database\":\"orders\"")
                .doesNotContain("databases");
    }

    private static Optional<List<String>> read(String written) {
        return StoredRestores.read(written).settings().database().keepRoles();
    }

    private static Restore keeping(Optional<List<String>> kept) {
        return restore(kept, TestData.settings().database().first().scripts());
    }

    private static Restore restore(Optional<List<String>> kept, List<Script> scripts) {
        DatabaseSettings database = TestData.settings().database();
        return restore(new DatabaseSettings(
                database.first().name(),
                database.first().users(),
                database.dropRoles(),
                database.lockRoles(),
                kept,
                scripts,
                database.first().checks()));
    }

    private static Restore restore(DatabaseSettings database) {
        Settings plain = TestData.settings();
        return TestData.restore(
                StepName.CONFIGURE_DATABASE,
                new Settings(plain.allowedSources(), plain.asked(), plain.origins(), database, plain.steps()));
    }
}
