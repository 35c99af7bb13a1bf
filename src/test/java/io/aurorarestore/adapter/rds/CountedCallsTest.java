package io.aurorarestore.adapter.rds;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.local.rds.RdsError;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.request.SnapshotSelector;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.ReplaceMode;
import io.aurorarestore.port.CallTally;
import io.aurorarestore.simulation.Scenario;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What audit trails say of the calls of AWS, held against the calls that come over the wire. */
class CountedCallsTest {

    private static final Pattern CALL =
            Pattern.compile("\"([A-Z]\\w+)\",\\s*(?:\\(\\)|rds|client) ->\\s*(?:\\w+)\\.(\\w+)\\(");

    @Test
    void the_audit_trail_of_a_restore_says_each_call_that_changed_something_and_the_looks_beside_it() {
        Scenario scenario = Scenario.given()
                .with(ClusterSettings.builder()
                        .with(ClusterSetting.MASTER_SECRET, ClusterSettings.MANAGED)
                        .build());
        try (LocalRds rds = new LocalRds(scenario.rds, scenario.time)) {
            scenario.askingBy(rds.aurora, rds.control);
            CarriedMembersTest.seed(scenario);

            RestoreId id =
                    scenario.replace(CarriedMembersTest.TARGET, ReplaceMode.SWAP, new SnapshotSelector.ById("before"));
            assertThat(scenario.afterwards(id).status()).isEqualTo(Status.SUCCEEDED);

            List<AuditEntry> trail = scenario.store.audit(id);
            Map<String, Integer> said = said(trail);
            Map<String, Integer> made = made(rds);
            assertThat(changes(said))
                    .isEqualTo(changes(made))
                    .containsKeys("rds:ModifyDBCluster", "rds:CreateDBInstance");
            assertThat(said)
                    .containsKey("rds:DescribeDBClusters")
                    .allSatisfy((call, times) -> assertThat(times).isLessThanOrEqualTo(made.get(call)));
            List<AuditEntry> acts = trail.stream()
                    .filter(entry -> entry.why().startsWith("create instance"))
                    .toList();
            AuditEntry last = acts.get(acts.size() - 1);
            assertThat(trail.get((int) last.seq()).calls()).containsEntry("rds:CreateDBInstance", acts.size());
        }
    }

    @Test
    void works_side_by_side_are_told_apart_and_what_nobody_counts_is_made_all_the_same() {
        try (LocalRds rds = new LocalRds()) {
            CallTally one = new CallTally();
            CallTally two = new CallTally();

            Uni.join()
                    .all(
                            one.during(rds.aurora.clusters(List.of("orders"))),
                            two.during(rds.aurora
                                    .clusters(List.of("orders"))
                                    .chain(seen -> rds.aurora.clusters(List.of("x")))))
                    .andFailFast()
                    .await()
                    .indefinitely();
            rds.refuse("DescribeDBInstances", RdsError.throttled());
            one.during(rds.aurora.instancesOf("orders"))
                    .onFailure()
                    .recoverWithNull()
                    .await()
                    .indefinitely();

            assertThat(one.made()).isEqualTo(Map.of("rds:DescribeDBClusters", 1, "rds:DescribeDBInstances", 1));
            assertThat(two.made()).isEqualTo(Map.of("rds:DescribeDBClusters", 2));
            assertThat(rds.cluster("orders").name()).isEqualTo("orders");
            one.less(Map.of("rds:DescribeDBClusters", 1));
            assertThat(one.made()).containsOnlyKeys("rds:DescribeDBInstances");
        }
    }

    @Test
    void every_call_is_counted_under_its_own_name() throws IOException {
        int found = 0;
        for (String folder : List.of("rds", "secretsmanager", "sqs", "eventbridge")) {
            try (Stream<Path> sources = Files.walk(Path.of("src/main/java/io/aurorarestore/adapter", folder))) {
                for (Path source : sources.filter(Files::isRegularFile).toList()) {
                    for (MatchResult call :
                            CALL.matcher(Files.readString(source)).results().toList()) {
                        assertThat(call.group(1)).as(source.toString()).isEqualToIgnoringCase(call.group(2));
                        found++;
                    }
                }
            }
        }
        assertThat(found).isGreaterThan(45);
    }

    private static Map<String, Integer> said(List<AuditEntry> trail) {
        Map<String, Integer> said = new TreeMap<>();
        trail.forEach(entry -> entry.calls().forEach((call, times) -> said.merge(call, times, Integer::sum)));
        return said;
    }

    private static Map<String, Integer> made(LocalRds rds) {
        Map<String, Integer> made = new TreeMap<>();
        rds.calls
                .toJson()
                .properties()
                .forEach(service -> service.getValue()
                        .properties()
                        .forEach(one -> made.put(
                                service.getKey() + ":" + one.getKey(),
                                one.getValue().asInt())));
        return made;
    }

    private static Map<String, Integer> changes(Map<String, Integer> calls) {
        Map<String, Integer> changes = new TreeMap<>(calls);
        changes.keySet().removeIf(call -> call.contains(":Describe"));
        return changes;
    }
}
