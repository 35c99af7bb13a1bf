package io.aurorarestore.adapter.dynamodb.stored;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.DatabaseSettings;
import io.aurorarestore.model.settings.Settings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoredKeptRolesTest {

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

    private static Optional<List<String>> read(String written) {
        return StoredRestores.read(written).settings().database().keepRoles();
    }

    private static Restore keeping(Optional<List<String>> kept) {
        Settings plain = TestData.settings();
        DatabaseSettings database = plain.database();
        DatabaseSettings keeping = new DatabaseSettings(
                database.database(),
                database.users(),
                database.dropRoles(),
                database.lockRoles(),
                kept,
                database.scripts(),
                database.checks());
        return TestData.restore(
                StepName.CONFIGURE_DATABASE,
                new Settings(plain.allowedSources(), plain.asked(), plain.origins(), keeping, plain.steps()));
    }
}
