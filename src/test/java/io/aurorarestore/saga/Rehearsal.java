package io.aurorarestore.saga;

import io.aurorarestore.port.Aurora;
import io.aurorarestore.port.MasterSecrets;
import io.aurorarestore.port.Profiles;
import io.aurorarestore.port.World;
import io.aurorarestore.restore.Surroundings;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Dry runs in an account in which there is nothing. */
public final class Rehearsal {

    private static final Map<String, Object> ANSWERS = Map.of(
            "snapshot", Optional.empty(),
            "snapshotsOf", List.of(),
            "cluster", Optional.empty(),
            "instancesOf", List.of(),
            "surroundings", Surroundings.NOTHING,
            "staged", Optional.empty());

    private final DryRun dryRun;

    public Rehearsal(InMemoryRestores store, Profiles profiles) {
        Clock clock = Clock.fixed(A.NOW, ZoneOffset.UTC);
        RestorePlan plan = new RestorePlan(A.HOME);
        World world = new World(
                A.HOME,
                empty(Aurora.class),
                null,
                empty(MasterSecrets.class),
                null,
                null,
                store,
                null,
                null,
                null,
                null);
        dryRun = new DryRun(new Intake(store, profiles, plan, clock, entry -> {}), world, plan, clock);
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
