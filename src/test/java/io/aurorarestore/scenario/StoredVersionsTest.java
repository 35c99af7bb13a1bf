package io.aurorarestore.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.adapter.dynamodb.stored.StoredRestores;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.settings.Certificate;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.ReplaceMode;
import io.aurorarestore.simulation.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Restores that were stored by each schema version, one at every step at which a swap waits: the present code takes each to its end.
 * A new version adds a folder, written with {@code -Dstored.write=true}; the older ones stay as they are.
 */
class StoredVersionsTest {

    private static final Path STORED = Path.of("src/test/resources/stored");
    private static final ClusterSettings A_READER_AND_A_CERTIFICATE = ClusterSettings.builder()
            .with(ClusterSetting.READERS, 1)
            .with(ClusterSetting.CERTIFICATE, Certificate.RENEW)
            .build();
    private static final String NEWEST = "v2";

    static Stream<StepName> steps() {
        return Stream.of(StepName.values()).filter(step -> step != StepName.RETIRE_CLUSTER);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void a_restore_that_an_earlier_version_left_at_a_step_comes_to_its_end(StepName step) throws IOException {
        for (String version : versions()) {
            Scenario world = Scenario.given().verifyingApart().with(A_READER_AND_A_CERTIFICATE);
            world.home.existing("orders-staging");
            RestoreId id = world.replace("orders-staging", ReplaceMode.SWAP);
            if (!world.reaches(id, step) || !isKept(version, step)) {
                continue;
            }
            world.put(stored(version, step, world.restore(id)));

            assertThat(world.afterwards(id).status()).as(version).isEqualTo(Status.SUCCEEDED);
        }
    }

    private static Iterable<String> versions() throws IOException {
        Files.createDirectories(STORED.resolve(NEWEST));
        try (Stream<Path> folders = Files.list(STORED)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** A step that a later version of the service brought is in no older folder. */
    private static boolean isKept(String version, StepName step) {
        return step != StepName.RENEW_CERTIFICATE
                || version.equals(NEWEST)
                || Files.exists(STORED.resolve(version).resolve(step.label() + ".json"));
    }

    /** Its entries are as many as those of the world that it is put into: earlier versions wrote others. */
    private static Restore stored(String version, StepName step, Restore now) throws IOException {
        Path file = file(version, step);
        if (Boolean.getBoolean("stored.write") && version.equals(NEWEST)) {
            Files.writeString(file, StoredRestores.write(now));
        }
        return StoredRestores.read(Files.readString(file)).numbered(now.entries());
    }

    /** What was kept before a step was renamed goes by its former name. */
    private static Path file(String version, StepName step) {
        return step.labels().stream()
                .map(label -> STORED.resolve(version).resolve(label + ".json"))
                .filter(Files::exists)
                .findFirst()
                .orElse(STORED.resolve(version).resolve(step.label() + ".json"));
    }
}
