package io.aurorarestore.local.rds;

import io.aurorarestore.local.front.EventSink;
import io.aurorarestore.local.time.ServiceTime;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Amazon RDS for one account: Aurora PostgreSQL clusters, their instances and snapshots, in every region. Pure: no
 * HTTP and no threads; time passes only through the {@link ServiceTime}, data is only in the {@link DataPlane}, and what is
 * random comes from one {@link Random}. It stands behind the wire protocol in the local AWS and behind the
 * application's port in scenario tests.
 *
 * <p>What takes time is described as under way, and becomes final when its time is over and the data plane has done its
 * part. Events are those that AWS documents, and none where it documents none.
 */
public final class SimulatedRds {

    private final RdsAccount world;
    private final Map<String, RdsRegion> regions = new ConcurrentHashMap<>();

    /**
     * @param account twelve digits
     * @param sink takes the events, outside of any lock
     */
    public SimulatedRds(
            String account, ServiceTime timeline, DataPlane data, EventSink sink, Random random, RdsOptions options) {
        this(account, timeline, data, ManagedSecrets.NOWHERE, sink, random, options);
    }

    /** @param secrets keeps the master passwords that RDS manages */
    public SimulatedRds(
            String account,
            ServiceTime timeline,
            DataPlane data,
            ManagedSecrets secrets,
            EventSink sink,
            Random random,
            RdsOptions options) {
        this.world = new RdsAccount(account, timeline, data, secrets, sink, new Ids(random), options);
    }

    /** RDS in a region, for instance {@code us-west-2}; always the same one. */
    public RdsRegion region(String name) {
        return regions.computeIfAbsent(name, region -> world.locked(() -> RdsRegion.of(RegionState.of(region, world))));
    }

    /** Failures on request, in every region. */
    public Faults faults() {
        return world.faults();
    }
}
