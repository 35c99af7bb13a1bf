package io.aurorarestore.adapter.postgres;

import static io.aurorarestore.adapter.postgres.Restoring.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.json.ProfileReader;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Check;
import io.aurorarestore.model.settings.Profile;
import io.aurorarestore.model.settings.Script;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The profile that {@code events/restore-request-mask.json} names. */
class MaskedProfileTest {

    @Test
    void the_example_is_masked_in_several_rounds() throws Exception {
        Profile profile = ProfileReader.read(Files.readString(Path.of("src/local/resources/seed/profile-masked.json")));
        try (RestoredOrders orders = new RestoredOrders()) {
            Restoring start = Restoring.of(orders);
            for (Script script : profile.scripts().orElse(List.of())) {
                start = start.script(script);
            }
            for (Check check : profile.checks().orElse(List.of())) {
                start = start.check(check);
            }
            Restore restore = start.restore();

            assertThat(await(orders.database().configure(restore)).description())
                    .isEqualTo("applied: mask visitors (25000 row(s) in 6 round(s))");
            assertThat(await(orders.database().verify(restore))).isEqualTo("1 check(s) hold");
        }
    }
}
