package io.aurorarestore.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.model.StepName;
import io.aurorarestore.model.settings.ArchiveMode;
import io.aurorarestore.model.settings.Certificate;
import io.aurorarestore.model.settings.Check;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.DatabaseUser;
import io.aurorarestore.model.settings.Grant;
import io.aurorarestore.model.settings.Objectives;
import io.aurorarestore.model.settings.OneDatabase;
import io.aurorarestore.model.settings.Profile;
import io.aurorarestore.model.settings.ReplaceMode;
import io.aurorarestore.model.settings.Retirement;
import io.aurorarestore.model.settings.Script;
import io.aurorarestore.model.settings.SnapshotTrigger;
import io.aurorarestore.model.settings.StepTiming;
import io.aurorarestore.model.settings.TakenFrom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileReaderTest {

    @Test
    void words_are_written_as_people_write_them() {
        Profile profile =
                read("{'archive':'delete','certificate':'renew','users':[{'secret':'s','grant':'read-only'}]}");
        assertThat(profile.settings().archive()).contains(ArchiveMode.DELETE);
        assertThat(profile.settings().certificate()).contains(Certificate.RENEW);
        assertThat(profile.users()).contains(List.of(new DatabaseUser("s", Grant.READ_ONLY)));
        assertThat(profile.settings().instanceClass()).isEmpty();
    }

    @Test
    void every_field_may_be_there() {
        Profile profile = read("""
                {'allowedTargets':['*-drill'],'allowedSources':['orders-*','billing'],
                 'requestMay':['port','readers'],
                 'port':5433,'readers':1,'retirement':'delete','tags':{'team':'orders'},
                 'database':'orders',
                 'users':[{'secret':'orders/app','grant':'read-write'},
                          {'secret':'orders/job','grant':'custom','statements':['grant usage on schema s to {user}']}],
                 'dropRoles':['old_app'],'lockRoles':['human'],'keepRoles':['app_*'],
                 'scripts':[{'name':'mask','sql':'update people set name = 1'},{'name':'tidy','sql':'vacuum','transaction':false},
                            {'name':'own','sql':'select 1','as':'flyway'},
                            {'name':'rounds','sql':'delete from t','repeat':true,'deadline':'PT6H'}],
                 'checks':['select true',{'name':'orders','sql':'select 1 = 1'}],
                 'onSnapshot':[{'cluster':'orders-prod','region':'us-west-2','target':'orders-staging',
                                'replace':'swap'}],
                 'steps':{'CopySnapshot':{'deadline':'PT6H','pace':'PT2M'},'VerifyRestore':{'pace':'PT10S'}}}""");

        assertThat(profile)
                .isEqualTo(new Profile(
                        Optional.of(List.of("*-drill")),
                        Optional.of(List.of("orders-*", "billing")),
                        Optional.empty(),
                        Optional.of(List.of("port", "readers")),
                        ClusterSettings.builder()
                                .with(ClusterSetting.PORT, 5433)
                                .with(ClusterSetting.READERS, 1)
                                .with(ClusterSetting.RETIREMENT, Retirement.DELETE)
                                .with(ClusterSetting.TAGS, java.util.Map.of("team", "orders"))
                                .build(),
                        Optional.of("orders"),
                        Optional.empty(),
                        Optional.of(List.of(
                                new DatabaseUser("orders/app", Grant.READ_WRITE),
                                new DatabaseUser(
                                        "orders/job", Grant.custom(List.of("grant usage on schema s to {user}"))))),
                        Optional.of(List.of("old_app")),
                        Optional.of(List.of("human")),
                        Optional.of(List.of("app_*")),
                        Optional.of(List.of(
                                new Script("mask", "update people set name = 1"),
                                new Script("tidy", "vacuum", false, Optional.empty()),
                                new Script("own", "select 1", true, Optional.of("flyway")),
                                new Script(
                                        "rounds", "delete from t", true, Optional.empty(), true, Duration.ofHours(6)))),
                        Optional.of(List.of(Check.unnamed("select true"), Check.named("orders", "select 1 = 1"))),
                        Optional.of(List.of(new SnapshotTrigger(
                                "orders-prod",
                                Optional.of("us-west-2"),
                                "orders-staging",
                                ReplaceMode.SWAP,
                                TakenFrom.SNAPSHOT))),
                        Optional.of(java.util.Map.of(
                                StepName.COPY_SNAPSHOT,
                                new StepTiming(Optional.of(Duration.ofHours(6)), Optional.of(Duration.ofMinutes(2))),
                                StepName.VERIFY_RESTORE,
                                new StepTiming(Optional.empty(), Optional.of(Duration.ofSeconds(10))))),
                        Optional.empty(),
                        Optional.empty()));
    }

    /** A profile is kept for years: a step that was renamed is known by both names. */
    @Test
    void the_times_of_a_step_may_stand_under_its_former_name() {
        assertThat(read("{'steps':{'LocateSnapshot':{'deadline':'PT3H'}}}").steps())
                .isEqualTo(
                        read("{'steps':{'LocateSource':{'deadline':'PT3H'}}}").steps())
                .isPresent();
    }

    @Test
    void several_databases_have_users_scripts_and_checks_each() {
        assertThat(read("""
                        {'databases':[{'name':'orders','users':[{'secret':'s','grant':'read-only'}],
                                       'scripts':[{'name':'mask','sql':'select 1'}],'checks':['select true']},
                                      {'name':'Reporting 2','scripts':[{'name':'mask','sql':'select 2'}]},
                                      {'name':'empty'}],
                         'dropRoles':['old']}""").databases())
                .contains(List.of(
                        new OneDatabase(
                                "orders",
                                List.of(new DatabaseUser("s", Grant.READ_ONLY)),
                                List.of(new Script("mask", "select 1")),
                                List.of(Check.unnamed("select true"))),
                        new OneDatabase("Reporting 2", List.of(), List.of(new Script("mask", "select 2")), List.of()),
                        new OneDatabase("empty", List.of(), List.of(), List.of())));
    }

    @Test
    void what_is_said_of_one_database_cannot_stand_beside_several() {
        for (String one : List.of("'database':'a'", "'users':[]", "'scripts':[]", "'checks':['select true']")) {
            assertThatThrownBy(() -> read("{'databases':[{'name':'orders'}]," + one + "}"))
                    .hasMessage(one.substring(1, one.indexOf('\'', 1))
                            + " cannot stand beside databases: say it of one of them");
        }
    }

    @Test
    void what_is_wrong_in_one_of_several_databases_is_said_with_its_place() {
        assertThatThrownBy(() -> read("""
                        {'databases':[{'name':'a','checks':[{'name':'c','sql':'x'},{'name':'c','sql':'y'}],'dropRoles':[]},
                                      {'users':[{'secret':'s','grant':'owner'}]},{'name':'a'}]}"""))
                .hasMessageContaining("databases[0].checks have the name c twice")
                .hasMessageContaining("unknown field databases[0].dropRoles")
                .hasMessageContaining("databases[1].name is needed")
                .hasMessageContaining("databases[1].users[0].grant must be one of")
                .hasMessageContaining("databases have the name a twice");
    }

    @Test
    void a_new_snapshot_may_only_say_when_to_clone_its_cluster() {
        Profile profile = read("{'onSnapshot':[{'cluster':'orders-prod','target':'orders-staging','from':'clone'}]}");

        assertThat(profile.onSnapshot().orElseThrow())
                .extracting(SnapshotTrigger::from)
                .containsExactly(TakenFrom.CLONE);
    }

    @Test
    void an_empty_profile_says_nothing() {
        Profile profile = read("{}");
        assertThat(profile.settings()).isEqualTo(ClusterSettings.NONE);
        assertThat(profile.allowedTargets()).isEmpty();
        assertThat(profile.users()).isEmpty();
        assertThat(profile.scripts()).isEmpty();
        assertThat(profile.steps()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'deadline':'PT49H' | scripts[0].deadline is wrong: PT49H is not from PT1M to PT48H",
                "'deadline':'2 hours' | scripts[0].deadline is wrong: 2 hours is no duration like PT6H",
                "'repeat':true,'transaction':false | scripts[0].repeat goes with a transaction only",
                "'repeat':'yes' | scripts[0].repeat must be true or false"
            },
            quoteCharacter = '`')
    void what_is_wrong_with_how_a_script_runs_is_said(String settings, String wrong) {
        assertThatThrownBy(() -> read("{'scripts':[{'name':'mask','sql':'select 1'," + settings + "}]}"))
                .hasMessageContaining(wrong);
    }

    @Test
    void a_script_may_be_longer_than_other_texts() {
        String sql = "-".repeat(100_000);
        assertThat(read("{'scripts':[{'name':'long','sql':'" + sql + "'}]}").scripts())
                .contains(List.of(new Script("long", sql)));
        assertThatThrownBy(() -> read("{'scripts':[{'name':'longer','sql':'" + sql + "-'}]}"))
                .hasMessageContaining("scripts[0].sql must be a text of 1 to 100000 characters");
    }

    @Test
    void a_check_with_a_name_may_be_as_long_as_a_script() {
        String sql = "-".repeat(100_000);
        assertThat(read("{'checks':[{'name':'long','sql':'" + sql + "'}]}").checks())
                .contains(List.of(Check.named("long", sql)));
    }

    @Test
    void scripts_and_checks_have_names_of_their_own_each() {
        assertThatThrownBy(() -> read("""
                        {'scripts':[{'name':'a','sql':'select 1'},{'name':'b','sql':'x'},{'name':'a','sql':'select 2'}],
                         'checks':['select true','select true',{'name':'c','sql':'y'},{'name':'c','sql':'y'}]}""")).hasMessage("scripts have the name a twice; checks have the name c twice");
    }

    @Test
    void everything_wrong_is_said_at_once_and_where() {
        assertThatThrownBy(() -> read("""
                        {'port':1,'reeders':1,'checks':['select true',2],
                         'users':[{'secret':'s','grant':'owner'},{'secret':'s','grant':'read-only','statements':[]}],
                         'scripts':[{'name':'mask','sql':'select 1','when':'now'},7]}"""))
                .hasMessageContaining("port must be a whole number from 1150 to 65535")
                .hasMessageContaining("unknown field reeders")
                .hasMessageContaining("checks[1] must be a text")
                .hasMessageContaining("users[0].grant must be one of [read-only, read-write, custom]")
                .hasMessageContaining("users[1].statements go with the grant custom")
                .hasMessageContaining("unknown field scripts[0].when")
                .hasMessageContaining("scripts[1] must be an object");
    }

    @Test
    void what_is_wrong_with_a_step_is_said_with_its_bounds() {
        assertThatThrownBy(() -> read("""
                        {'steps':{'CopySnapshots':{},'CopySnapshot':{'deadline':'PT1S','pace':'PT1H','when':'now'},
                         'RestoreCluster':{'deadline':'6 hours'}}}"""))
                .hasMessageContaining("unknown field steps.CopySnapshots")
                .hasMessageContaining("unknown field steps.CopySnapshot.when")
                .hasMessageContaining("steps.CopySnapshot.deadline is wrong: PT1S is not from PT1M to PT336H")
                .hasMessageContaining("steps.CopySnapshot.pace is wrong: PT1H is not from PT5S to PT15M")
                .hasMessageContaining("steps.RestoreCluster.deadline is wrong: 6 hours is no duration like PT6H");
    }

    @Test
    void a_profile_may_let_a_request_say_settings_that_there_are_but_never_secrets_and_roles() {
        assertThat(read("{'requestMay':[]}").requestMay()).contains(List.of());
        assertThatThrownBy(() -> read("{'requestMay':['port','masterSecret','roles','prot']}"))
                .hasMessage("requestMay must not name masterSecret: a request may never say it; "
                        + "requestMay must not name roles: a request may never say it; "
                        + "requestMay must not name prot: there is no such setting");
    }

    /** Earlier versions let a profile permit them. */
    @Test
    void a_stored_profile_that_names_keys_or_networks_is_read_and_permits_them_no_more() {
        assertThat(read("{'requestMay':['kmsKeyId','port','subnetGroup','securityGroups','publiclyAccessible']}")
                        .requestMay())
                .contains(List.of("port"));
    }

    @Test
    void each_target_has_a_master_secret_of_its_own() {
        assertThat(read("{'masterSecret':'team/{target}'}").settings().masterSecret())
                .contains("team/{target}");
        assertThat(read("{'masterSecret':'managed'}").settings().masterSecret()).contains("managed");
        assertThatThrownBy(() -> read("{'masterSecret':'billing/master'}"))
                .hasMessageContaining("masterSecret must contain {target}, or be managed");
    }

    @Test
    void sql_may_go_over_many_lines_and_names_may_not() {
        assertThat(read("{'checks':['select\\n true'],'scripts':[{'name':'mask','sql':'a;\\r\\nb'}]}")
                        .checks())
                .contains(List.of(Check.unnamed("select\n true")));
        assertThatThrownBy(() -> read("{'database':'a\\nb','scripts':[{'name':'a\\u001bb','sql':'a'}]}"))
                .hasMessageContaining("database must not have line ends or other control characters")
                .hasMessageContaining("scripts[0].name must not have line ends or other control characters");
    }

    @Test
    void a_profile_that_no_restore_could_keep_is_told_how_large_it_is() {
        String sql = "x".repeat(90_000);
        String one = "{'name':'mas1','sql':'" + sql + "'}";
        String two = one.replace("mas1", "mas2");

        assertThat(read("{'scripts':[" + one + "," + two + "]}").scripts()).isPresent();
        assertThatThrownBy(() -> read("{'scripts':[" + one + "," + two + "," + one.replace("mas1", "mas3") + "]}"))
                .hasMessage("it has 270088 bytes, more than 262144");
    }

    @Test
    void objectives_are_durations() {
        assertThat(read("{'objectives':{'rto':'PT2H','rpo':'PT26H'}}").objectives())
                .contains(new Objectives(Optional.of(Duration.ofHours(2)), Optional.of(Duration.ofHours(26))));
        assertThat(read("{'objectives':{'rpo':'P1D'}}").objectives())
                .contains(new Objectives(Optional.empty(), Optional.of(Duration.ofDays(1))));
        assertThat(read("{}").objectives()).isEmpty();
        assertThatThrownBy(() -> read("{'objectives':{'rto':'2 hours','rpo':'PT0S','rtp':'PT1H'}}"))
                .hasMessageContaining("objectives.rto is wrong: 2 hours is no duration like PT6H")
                .hasMessageContaining("objectives.rpo is wrong: PT0S is not from PT1M")
                .hasMessageContaining("unknown field objectives.rtp");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'tags':{'aurora-restore:allowed':'true'}}",
                "{'tags':{'AWS:x':'y'}}",
                "{'onSnapshot':[{'cluster':'orders-prod','target':'ar-orders-0123456789ab-old'}]}",
                "{'onSnapshot':[{'cluster':'ar-orders-0123456789ab-new','target':'orders-drill'}]}",
                "{'onSnapshot':[{'cluster':'orders-prod','target':'Orders_1'}]}",
                "{'requestMay':'port'}",
                "{'requestMay':['instanceClasses']}",
                "",
                "no json",
                "[]",
                "{} {}",
                "{'archive':'burn'}",
                "{'certificate':'yes'}",
                "{'reeders':1}",
                "{'readers':'many'}",
                "{'users':{}}",
                "{'users':[{}]}",
                "{'users':[{'secret':'s'}]}",
                "{'users':[{'grant':'read-only'}]}",
                "{'users':[{'secret':'s','grant':'custom'}]}",
                "{'users':[{'secret':'s','grant':'custom','statements':[]}]}",
                "{'users':[{'secret':'s','grant':'read-write','statements':['x']}]}",
                "{'users':[{'secret':'s','grant':'read-only','password':'x'}]}",
                "{'scripts':[{'name':'mask'}]}",
                "{'scripts':[{'sql':'select 1'}]}",
                "{'scripts':['select 1']}",
                "{'checks':'select true'}",
                "{'checks':[{'name':'a'}]}",
                "{'checks':[{'sql':'select true'}]}",
                "{'checks':[{'name':'a','sql':'select true','when':'now'}]}",
                "{'checks':['']}",
                "{'dropRoles':[null]}",
                "{'lockRoles':['']}",
                "{'keepRoles':'*'}",
                "{'scripts':[{'name':'a','sql':'vacuum','transaction':'no'}]}",
                "{'scripts':[{'name':'a','sql':'vacuum','transaction':false,'as':'flyway'}]}",
                "{'database':1}",
                "{'databases':[]}",
                "{'databases':{}}",
                "{'databases':['orders']}",
                "{'allowedTargets':'*'}",
                "{'replace':'swap'}",
                "{'archive':{}}",
                "{'objectives':[]}",
                "{'objectives':{'rto':7200}}",
                "{'steps':[]}",
                "{'steps':{'CopySnapshot':'PT6H'}}",
                "{'steps':{'CopySnapshot':{'deadline':6}}}"
            })
    void what_cannot_be_read_is_said(String profile) {
        assertThatThrownBy(() -> read(profile)).isInstanceOf(UnreadableProfileException.class);
    }

    private static Profile read(String json) {
        return ProfileReader.read(json.replace('\'', '"'));
    }
}
