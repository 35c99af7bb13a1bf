package io.aurorarestore.adapter.postgres;

import static io.aurorarestore.adapter.postgres.Restoring.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.docs.CodeBlock;
import io.aurorarestore.docs.MarkdownBlocks;
import io.aurorarestore.json.ProfileReader;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.DatabaseSettings;
import io.aurorarestore.model.settings.OneDatabase;
import io.aurorarestore.model.settings.Profile;
import io.aurorarestore.port.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each profile of the page is what it says: the databases of the local AWS are restored with it. */
class DatabasesPageTest {

    private static final Path PAGE = Path.of("docs/databases.md");

    static Stream<CodeBlock> profiles() {
        return MarkdownBlocks.of(PAGE).stream().filter(block -> block.tag().equals("json"));
    }

    @Test
    void the_page_has_profiles() {
        assertThat(profiles()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void a_profile_of_the_page_configures_the_example_and_its_checks_hold(CodeBlock block) throws Exception {
        DatabaseSettings settings = settings(ProfileReader.read(block.text()));
        try (RestoredOrders orders = new RestoredOrders()) {
            settings.secrets()
                    .forEach(secret -> orders.secrets().put(secret, Restoring.json(secret.replaceAll(".*/", ""), "p")));
            Restore restore = Restoring.of(orders).with(settings).restore();

            Database.Report done = await(orders.database().configure(restore));

            assertThat(done.warnings()).isEmpty();
            assertThat(await(orders.database().verify(restore))).endsWith("check(s) hold");
        }
    }

    private static DatabaseSettings settings(Profile profile) {
        return new DatabaseSettings(
                profile.databases()
                        .orElseGet(() -> List.of(new OneDatabase(
                                profile.database().orElse("orders"),
                                profile.users().orElse(List.of()),
                                profile.scripts().orElse(List.of()),
                                profile.checks().orElse(List.of())))),
                profile.dropRoles().orElse(List.of()),
                profile.lockRoles().orElse(List.of()),
                profile.keepRoles());
    }
}
