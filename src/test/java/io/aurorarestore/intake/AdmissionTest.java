package io.aurorarestore.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.aurorarestore.engine.DryRunInEmptyAccount;
import io.aurorarestore.engine.InMemoryRestores;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.json.ProfileReader;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.aws.ClusterKey;
import io.aurorarestore.model.request.AcceptedRequestSize;
import io.aurorarestore.model.request.ClusterSelector.PointInTime;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.request.Sender;
import io.aurorarestore.model.request.SnapshotSelector;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.Profile;
import io.aurorarestore.model.settings.ReplaceMode;
import io.aurorarestore.model.settings.Retirement;
import io.aurorarestore.model.settings.Script;
import io.aurorarestore.plan.RestorePlan;
import io.aurorarestore.port.Profiles;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a request may say, as its profiles decide. */
class AdmissionTest {

    private static final Optional<List<String>> ANYTHING = Optional.of(List.of("*"));
    private static final ClusterSettings EXPOSED = ClusterSettings.builder()
            .with(ClusterSetting.IAM_AUTHENTICATION, false)
            .with(ClusterSetting.PORT, 5433)
            .with(ClusterSetting.READERS, 1)
            .build();

    private final Map<String, Profile> stored = new HashMap<>(Map.of("default", profile(Optional.empty())));
    private final InMemoryRestores store = new InMemoryRestores(TestData.HOME);
    private final Intake intake = new Intake(
            store, profiles(), RestorePlan.at(TestData.HOME), Clock.fixed(TestData.NOW, ZoneOffset.UTC), entry -> {});

    @Test
    void without_a_word_of_a_profile_a_request_says_sizes_and_what_becomes_of_things() {
        ClusterSettings.Builder builder = ClusterSettings.builder()
                .with(ClusterSetting.INSTANCE_CLASS, "db.r6g.xlarge")
                .with(ClusterSetting.READERS, 2);
        ClusterSettings harmless = builder.with(ClusterSetting.ENGINE_VERSION, "17.5")
                .with(ClusterSetting.RETIREMENT, Retirement.DELETE)
                .with(ClusterSetting.FINAL_SNAPSHOT, true)
                .with(ClusterSetting.TAGS, Map.of("team", "orders"))
                .build();

        assertThat(store.load(open("default", harmless)).await().indefinitely()).isPresent();
    }

    @Test
    void every_setting_that_it_may_not_say_is_told_with_the_profile_and_what_it_may() {
        assertThat(refused("default", EXPOSED))
                .isEqualTo(new Failure(
                        FailureCode.SETTING_NOT_ALLOWED,
                        "Profile default does not let a request say iamAuthentication, port; it may say only"
                                + " instanceClass, readers, serverlessV2, engineVersion, retirement, finalSnapshot, tags,"
                                + " archive."));
    }

    @Test
    void the_named_profile_decides_over_the_default_one_and_that_over_what_is_built_in() {
        stored.put("default", profile(Optional.of(List.of("port", "iamAuthentication", "readers"))));
        stored.put("silent", profile(Optional.empty()));
        stored.put("strict", profile(Optional.of(List.of())));

        assertThat(open("silent", EXPOSED)).isNotNull();
        assertThat(refused("strict", EXPOSED).message())
                .isEqualTo("Profile strict does not let a request say iamAuthentication, port, readers; it may say no"
                        + " setting.");
    }

    @Test
    void no_profile_lets_a_request_say_the_secret_of_the_master() {
        stored.put("default", profile(Optional.of(List.of("masterSecret", "roles"))));
        ClusterSettings stolen = ClusterSettings.builder()
                .with(ClusterSetting.MASTER_SECRET, "billing/master")
                .build();

        assertThat(refused("default", stolen).message()).contains("does not let a request say masterSecret");
    }

    @Test
    void no_profile_lets_a_request_say_keys_and_networks() {
        stored.put("default", profile(Optional.of(List.of("kmsKeyId", "subnetGroup", "securityGroups", "port"))));
        ClusterSettings elsewhere = ClusterSettings.builder()
                .with(ClusterSetting.KMS_KEY_ID, "alias/billing")
                .with(ClusterSetting.SUBNET_GROUP, "public")
                .with(ClusterSetting.SECURITY_GROUPS, List.of("sg-1"))
                .with(ClusterSetting.PUBLICLY_ACCESSIBLE, true)
                .with(ClusterSetting.PORT, 5433)
                .build();

        assertThat(refused("default", elsewhere).message())
                .contains("does not let a request say kmsKeyId, publiclyAccessible, securityGroups, subnetGroup;")
                .endsWith("A request may never say kmsKeyId, publiclyAccessible, securityGroups, subnetGroup, whatever"
                        + " requestMay names.");
    }

    @Test
    void a_request_that_was_accepted_stays_so_though_its_profile_would_not_let_it_now() {
        stored.put("default", profile(Optional.of(List.of("port", "iamAuthentication", "readers"))));
        RestoreId opened = open("default", EXPOSED);
        stored.put("default", profile(Optional.empty()));

        assertThat(open("default", EXPOSED)).isEqualTo(opened);
    }

    @Test
    void a_dry_run_is_refused_alike() {
        DryRun dryRun = new DryRunInEmptyAccount(store, profiles()).dryRun();
        Uni<?> answer = dryRun.begin(request("default", EXPOSED), new Sender("key", "ops"), "delivery", Set.of());

        RequestRejectedException refused = catchThrowableOfType(
                RequestRejectedException.class, () -> answer.await().indefinitely());

        assertThat(refused.failure()).isEqualTo(refused("default", EXPOSED));
    }

    @Test
    void the_audit_trail_names_the_settings_that_a_request_said() {
        ClusterSettings said = ClusterSettings.builder()
                .with(ClusterSetting.READERS, 1)
                .with(ClusterSetting.TAGS, Map.of("team", "orders"))
                .build();

        assertThat(store.audit(open("default", said)))
                .singleElement()
                .satisfies(entry -> assertThat(entry.why()).endsWith(" as orders-drill; settings: readers, tags"));
    }

    @Test
    void what_its_profiles_make_too_large_for_a_restore_is_the_profiles_mistake() {
        stored.put("large", with(new Script("mask", "x".repeat(AcceptedRequestSize.MOST))));

        assertThat(refused("large", ClusterSettings.NONE))
                .matches(failure -> failure.code() == FailureCode.INVALID_PROFILE)
                .extracting(Failure::message)
                .asString()
                .matches("Profile large has 26\\d{4} bytes of settings and SQL; a restore takes 262144\\.");
    }

    @Test
    void what_a_request_makes_too_large_is_its_own_mistake() {
        stored.put("nearly", with(new Script("mask", "ä".repeat(AcceptedRequestSize.MOST / 2 - 1000))));
        ClusterSettings more = ClusterSettings.builder()
                .with(
                        ClusterSetting.TAGS,
                        Map.of("a", "x".repeat(256), "b", "x".repeat(256), "c", "x".repeat(256), "d", "x".repeat(256)))
                .build();

        assertThat(open("nearly", ClusterSettings.NONE)).isNotNull();
        assertThat(refused("nearly", more))
                .matches(failure -> failure.code() == FailureCode.INVALID_REQUEST)
                .extracting(Failure::message)
                .asString()
                .startsWith("The request and its profile nearly have 26");
    }

    @Test
    void profiles_that_contradict_each_other_about_the_databases_are_told() {
        stored.put("default", ProfileReader.read("{\"databases\": [{\"name\": \"orders\"}]}"));
        stored.put("nightly", with(new Script("mask", "select 1")));

        assertThat(refused("nightly", ClusterSettings.NONE))
                .matches(failure -> failure.code() == FailureCode.INVALID_PROFILE)
                .extracting(Failure::message)
                .isEqualTo(
                        "Profile default lists databases, and profile nightly says database, users, scripts or checks"
                                + " as of one: let it list databases, too.");
    }

    /** A zone is wrong, say: nobody means the future. A schedule's clock may be a little ahead. */
    @Test
    void a_time_that_has_not_come_yet_is_refused() {
        RestoreRequest later = new RestoreRequest(
                "orders-drill",
                new PointInTime(ClusterKey.named("orders-prod"), Optional.of(TestData.NOW.plusSeconds(61))),
                "default");
        RestoreRequest now = new RestoreRequest(
                "orders-drill",
                new PointInTime(ClusterKey.named("orders-prod"), Optional.of(TestData.NOW.plusSeconds(59))),
                "default");

        assertThat(catchThrowableOfType(
                                RequestRejectedException.class,
                                () -> intake.open(later, new Sender("later", "ops"))
                                        .await()
                                        .indefinitely())
                        .failure())
                .matches(failure -> failure.code() == FailureCode.INVALID_REQUEST)
                .extracting(Failure::message)
                .asString()
                .contains("in the future", "\"latest\"");
        assertThat(intake.open(now, new Sender("now", "ops")).await().indefinitely())
                .isNotNull();
    }

    private RestoreId open(String profile, ClusterSettings settings) {
        Sender sender = new Sender("key of " + profile, "ops");
        return intake.open(request(profile, settings), sender).await().indefinitely();
    }

    private Failure refused(String profile, ClusterSettings settings) {
        Sender sender = new Sender("another key", "ops");
        Uni<?> opening = intake.open(request(profile, settings), sender);
        return catchThrowableOfType(
                        RequestRejectedException.class, () -> opening.await().indefinitely())
                .failure();
    }

    private static RestoreRequest request(String profile, ClusterSettings settings) {
        return new RestoreRequest(
                "orders-drill",
                new SnapshotSelector.ById(TestData.SOURCE_ARN),
                profile,
                ReplaceMode.REFUSE,
                false,
                settings);
    }

    private static Profile profile(Optional<List<String>> requestMay) {
        return TestData.profile(ANYTHING, ANYTHING, requestMay, ClusterSettings.NONE);
    }

    private static Profile with(Script script) {
        return new Profile(
                ANYTHING,
                ANYTHING,
                Optional.empty(),
                Optional.empty(),
                ClusterSettings.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(List.of(script)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Profiles profiles() {
        return new Profiles() {
            @Override
            public Uni<Optional<Profile>> profile(String name) {
                return Uni.createFrom().item(() -> Optional.ofNullable(stored.get(name)));
            }

            @Override
            public Uni<List<String>> names() {
                return Uni.createFrom().item(() -> List.copyOf(stored.keySet()));
            }
        };
    }
}
