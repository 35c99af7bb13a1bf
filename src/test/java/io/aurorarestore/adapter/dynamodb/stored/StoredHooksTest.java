package io.aurorarestore.adapter.dynamodb.stored;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.AskedHook;
import io.aurorarestore.model.restore.AskedHooks;
import io.aurorarestore.model.restore.HookId;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Hook;
import io.aurorarestore.model.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoredHooksTest {

    @Test
    void hooks_and_what_came_of_them_are_read_as_they_were_written() {
        Settings plain = TestData.settings();
        List<Hook> hooks = List.of(
                new Hook("mask", Hook.Place.AFTER, StepName.CONFIGURE_DATABASE, Duration.ofHours(6), true),
                new Hook("smoke-test", Hook.Place.BEFORE, StepName.SET_ASIDE_OLD, Duration.ofHours(1), false));
        Restore hooked = TestData.restore(
                StepName.VERIFY_RESTORE,
                new Settings(
                        plain.allowedSources(), plain.asked(), plain.origins(), plain.database(), Map.of(), hooks));
        AskedHook mask = AskedHook.at(new HookId(TestData.ID, "mask", 2), TestData.NOW)
                .at(Optional.of(40), TestData.NOW.plusSeconds(60))
                .answered(AskedHook.State.SUCCEEDED, "4711 rows", TestData.NOW.plusSeconds(90));
        Restore restore = hooked.with(AskedHooks.NONE
                .with(mask)
                .over("mask")
                .with(AskedHook.at(new HookId(TestData.ID, "smoke-test", 1), TestData.NOW)));

        assertThat(StoredRestores.read(StoredRestores.write(restore))).isEqualTo(restore);
    }

    @Test
    void where_there_are_none_nothing_is_written_as_before_there_were_any() {
        String written = StoredRestores.write(TestData.restore(StepName.VERIFY_RESTORE));

        assertThat(written).doesNotContain("hooks");
        assertThat(StoredRestores.read(written).settings().hooks()).isEmpty();
        assertThat(StoredRestores.read(written).hooks()).isEqualTo(AskedHooks.NONE);
    }
}
