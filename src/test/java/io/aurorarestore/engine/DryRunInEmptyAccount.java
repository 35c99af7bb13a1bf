package io.aurorarestore.engine;

import io.aurorarestore.intake.DryRun;
import io.aurorarestore.intake.Intake;
import io.aurorarestore.model.aws.TargetDependencies;
import io.aurorarestore.model.restore.DatabaseJob;
import io.aurorarestore.model.restore.JobReport;
import io.aurorarestore.plan.RestorePlan;
import io.aurorarestore.port.Aurora;
import io.aurorarestore.port.MasterSecrets;
import io.aurorarestore.port.Ports;
import io.aurorarestore.port.Profiles;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Dry runs in an account in which there is nothing. */
public final class DryRunInEmptyAccount {

    private static final Map<String, Object> ANSWERS = Map.of(
            "snapshot", Optional.empty(),
            "snapshotsOf", List.of(),
            "sourceClusters", List.of(),
            "clusters", List.of(),
            "instancesOf", List.of(),
            "surroundings", TargetDependencies.NOTHING,
            "staged", Optional.empty());

    /** What the database function is asked for. */
    public final List<DatabaseJob> asked = new ArrayList<>();

    /** What it answers. */
    public final InMemoryJobResults results = new InMemoryJobResults();

    private final DryRun dryRun;
    private Instant now = TestData.NOW;

    public DryRunInEmptyAccount(InMemoryRestores store, Profiles profiles) {
        InstantSource source = () -> now;
        Clock clock = source.withZone(ZoneOffset.UTC);
        StepSequence plan = RestorePlan.at(TestData.HOME);
        Ports ports = new Ports(
                TestData.HOME,
                empty(Aurora.class),
                null,
                empty(MasterSecrets.class),
                this::ask,
                results,
                store,
                null,
                null,
                null,
                null,
                null);
        dryRun = new DryRun(
                new Intake(store, profiles, plan, clock, entry -> {}), ports, new InMemoryDryRuns(), plan, clock);
    }

    private Uni<Void> ask(DatabaseJob job) {
        return Uni.createFrom().voidItem().invoke(() -> asked.add(job));
    }

    /** The database function does its part of all that it is asked for. */
    public void answer() {
        asked.forEach(job ->
                results.write(JobReport.done(job, "it can be read")).await().indefinitely());
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    public DryRun dryRun() {
        return dryRun;
    }

    private static <T> T empty(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (proxy, method, arguments) -> Uni.createFrom().item(ANSWERS.get(method.getName()))));
    }
}
