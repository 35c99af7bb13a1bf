package io.aurorarestore.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.json.ProfileReader;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.request.SnapshotSelector;
import io.aurorarestore.model.settings.Check;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.DatabaseSettings;
import io.aurorarestore.model.settings.DatabaseUser;
import io.aurorarestore.model.settings.Grant;
import io.aurorarestore.model.settings.Profile;
import io.aurorarestore.model.settings.ReplaceMode;
import io.aurorarestore.model.settings.Script;
import io.aurorarestore.model.settings.Settings;
import io.aurorarestore.model.settings.StepTiming;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsResolverTest {

    private static final DatabaseUser APP = new DatabaseUser("orders/app", Grant.READ_WRITE);
    private static final Map<StepName, StepTiming> SLOW =
            Map.of(StepName.COPY_SNAPSHOT, new StepTiming(Optional.of(Duration.ofDays(1)), Optional.empty()));
    private static final Script MASK = new Script("mask", "update people set name = 'x'");

    @Test
    void the_request_is_over_its_profile_and_that_is_over_the_default_one() {
        ClusterSettings asked =
                ClusterSettings.builder().with(ClusterSetting.PORT, 1).build();
        ClusterSettings named = ClusterSettings.builder()
                .with(ClusterSetting.PORT, 2)
                .with(ClusterSetting.READERS, 2)
                .build();
        ClusterSettings byDefault = ClusterSettings.builder()
                .with(ClusterSetting.PORT, 3)
                .with(ClusterSetting.READERS, 3)
                .with(ClusterSetting.KMS_KEY_ID, "key")
                .build();

        Settings settings = resolved(asked, Optional.of(profile(named)), Optional.of(profile(byDefault)));

        assertThat(settings.asked())
                .isEqualTo(ClusterSettings.builder()
                        .with(ClusterSetting.PORT, 1)
                        .with(ClusterSetting.READERS, 2)
                        .with(ClusterSetting.KMS_KEY_ID, "key")
                        .build());
        assertThat(settings.origins())
                .containsOnly(
                        entry("port", "request"),
                        entry("readers", "profile drills"),
                        entry("kmsKeyId", "profile default"));
    }

    @Test
    void what_nobody_says_is_left_open() {
        Settings settings = resolved(ClusterSettings.NONE, Optional.empty(), Optional.empty());

        assertThat(settings.asked()).isEqualTo(ClusterSettings.NONE);
        assertThat(settings.origins()).isEmpty();
        assertThat(settings.allowedSources()).isEmpty();
        assertThat(settings.database())
                .isEqualTo(new DatabaseSettings(
                        "postgres", List.of(), List.of(), List.of(), Optional.empty(), List.of(), List.of()));
    }

    @Test
    void what_is_done_in_the_database_comes_from_the_profiles_field_by_field() {
        Profile named = new Profile(
                Optional.empty(),
                Optional.of(List.of("orders-*")),
                Optional.empty(),
                Optional.empty(),
                ClusterSettings.NONE,
                Optional.of("orders"),
                Optional.empty(),
                Optional.of(List.of(APP)),
                Optional.empty(),
                Optional.of(List.of()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(SLOW),
                Optional.empty(),
                Optional.empty());
        Profile byDefault = new Profile(
                Optional.of(List.of("*-drill")),
                Optional.of(List.of("*")),
                Optional.empty(),
                Optional.empty(),
                ClusterSettings.NONE,
                Optional.of("postgres"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(List.of("old_app")),
                Optional.of(List.of("human")),
                Optional.of(List.of("kept_*")),
                Optional.of(List.of(MASK)),
                Optional.of(List.of(Check.unnamed("select true"))),
                Optional.empty(),
                Optional.of(Map.of()),
                Optional.empty(),
                Optional.empty());

        SettingsResolver resolver = resolver(ClusterSettings.NONE, Optional.of(named), Optional.of(byDefault));

        assertThat(resolver.allowedTargets()).containsExactly("*-drill");
        assertThat(resolver.settings().allowedSources()).containsExactly("orders-*");
        assertThat(resolver.settings().database())
                .isEqualTo(new DatabaseSettings(
                        "orders",
                        List.of(APP),
                        List.of("old_app"),
                        List.of(),
                        Optional.of(List.of("kept_*")),
                        List.of(MASK),
                        List.of(Check.unnamed("select true"))));
        assertThat(resolver.settings().steps()).isEqualTo(SLOW);
    }

    @Test
    void a_list_of_databases_is_whole_and_nothing_of_one_database_is_added() {
        Profile several = ProfileReader.read("{\"databases\": [{\"name\": \"a\"}, {\"name\": \"b\"}]}");
        Profile one =
                ProfileReader.read("{\"database\": \"c\", \"checks\": [\"select true\"], \"lockRoles\": [\"human\"]}");

        SettingsResolver resolver = resolver(ClusterSettings.NONE, Optional.of(several), Optional.of(one));

        assertThat(resolver.settings().database())
                .isEqualTo(new DatabaseSettings(
                        several.databases().orElseThrow(), List.of(), List.of("human"), Optional.empty()));
        assertThat(resolver.contradictory()).isFalse();
    }

    @Test
    void what_a_profile_says_of_one_database_contradicts_the_list_of_the_default_one() {
        Profile several = ProfileReader.read("{\"databases\": [{\"name\": \"a\"}, {\"name\": \"b\"}]}");

        for (String one : List.of("database\": \"c\"", "users\": []", "scripts\": []", "checks\": []")) {
            Profile named = ProfileReader.read("{\"" + one + "}");
            assertThat(resolver(ClusterSettings.NONE, Optional.of(named), Optional.of(several))
                            .contradictory())
                    .isTrue();
        }
        Profile other = ProfileReader.read("{\"dropRoles\": [\"old\"]}");
        assertThat(resolver(ClusterSettings.NONE, Optional.of(other), Optional.of(several))
                        .contradictory())
                .isFalse();
    }

    @Test
    void without_an_allowed_target_in_any_profile_none_is_allowed() {
        assertThat(resolver(ClusterSettings.NONE, Optional.of(profile(ClusterSettings.NONE)), Optional.empty())
                        .allowedTargets())
                .isEmpty();
    }

    private static Settings resolved(ClusterSettings asked, Optional<Profile> named, Optional<Profile> byDefault) {
        return resolver(asked, named, byDefault).settings();
    }

    private static SettingsResolver resolver(
            ClusterSettings asked, Optional<Profile> named, Optional<Profile> byDefault) {
        RestoreRequest request = new RestoreRequest(
                "orders-drill",
                new SnapshotSelector.ById(TestData.SOURCE_ARN),
                "drills",
                ReplaceMode.REFUSE,
                false,
                asked);
        return new SettingsResolver(request, named, byDefault);
    }

    private static Profile profile(ClusterSettings settings) {
        return TestData.profile(Optional.empty(), Optional.empty(), settings);
    }
}
