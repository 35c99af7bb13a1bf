package io.aurorarestore.adapter.dynamodb.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Check;
import io.aurorarestore.model.settings.DatabaseSettings;
import io.aurorarestore.model.settings.Settings;
import io.aurorarestore.port.CallFailedException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredChecksTest {

    private static final String PLAIN = "\"checks\":[\"select true\"]";

    @Test
    void a_check_without_a_name_is_stored_as_all_were_once() {
        assertThat(StoredRestores.write(TestData.restore(StepName.VERIFY_RESTORE)))
                .contains(PLAIN);
    }

    @Test
    void checks_with_and_without_names_are_read_as_they_were_written() {
        Restore restore = checked(Check.named("orders", "select 1 = 1"), Check.unnamed("select true"));

        String written = StoredRestores.write(restore);

        assertThat(written).contains("\"checks\":[{\"name\":\"orders\",\"sql\":\"select 1 = 1\"},\"select true\"]");
        assertThat(StoredRestores.read(written)).isEqualTo(restore);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"7", "[]", "{}", "{\"name\":\"a\"}", "{\"name\":1,\"sql\":\"select true\"}", "{\"sql\":{}}"})
    void what_is_no_check_spoils_the_restore(String check) {
        String written = StoredRestores.write(TestData.restore(StepName.VERIFY_RESTORE));

        assertThatThrownBy(() -> StoredRestores.read(written.replace(PLAIN, "\"checks\":[" + check + "]")))
                .isInstanceOf(CallFailedException.class);
    }

    private static Restore checked(Check... checks) {
        Settings plain = TestData.settings();
        DatabaseSettings database = new DatabaseSettings(
                plain.database().first().name(),
                plain.database().first().users(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(checks));
        return TestData.restore(
                StepName.VERIFY_RESTORE,
                new Settings(plain.allowedSources(), plain.asked(), plain.origins(), database, plain.steps()));
    }
}
