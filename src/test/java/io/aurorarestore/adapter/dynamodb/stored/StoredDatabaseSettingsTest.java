package io.aurorarestore.adapter.dynamodb.stored;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.DatabaseSettings;
import io.aurorarestore.model.settings.Script;
import io.aurorarestore.model.settings.Settings;
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
                new Script("as", "select 1", true, Optional.of("flyway")));

        String written = StoredRestores.write(restore(Optional.empty(), scripts));

        assertThat(StoredRestores.read(written).settings().database().scripts()).isEqualTo(scripts);
        assertThat(written).contains("{\"name\":\"plain\",\"sql\":\"select 1\"}");
    }

    private static Optional<List<String>> read(String written) {
        return StoredRestores.read(written).settings().database().keepRoles();
    }

    private static Restore keeping(Optional<List<String>> kept) {
        return restore(kept, TestData.settings().database().scripts());
    }

    private static Restore restore(Optional<List<String>> kept, List<Script> scripts) {
        Settings plain = TestData.settings();
        DatabaseSettings database = plain.database();
        DatabaseSettings keeping = new DatabaseSettings(
                database.database(),
                database.users(),
                database.dropRoles(),
                database.lockRoles(),
                kept,
                scripts,
                database.checks());
        return TestData.restore(
                StepName.CONFIGURE_DATABASE,
                new Settings(plain.allowedSources(), plain.asked(), plain.origins(), keeping, plain.steps()));
    }
}
