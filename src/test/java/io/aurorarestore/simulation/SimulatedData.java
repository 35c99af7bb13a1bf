package io.aurorarestore.simulation;

import io.aurorarestore.local.rds.DataPlane;
import io.aurorarestore.local.rds.EmptyDataPlane;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The data of clusters and snapshots, as marks that are copied with it, with the time that it is of, and the names that
 * lead to it.
 */
final class SimulatedData implements DataPlane {

    private static final Duration STALE = Duration.ofMinutes(6);

    /** Where a name led to before. */
    private record Former(String volume, Instant until) {}

    private final SimulatedWorld world;
    private final EmptyDataPlane data = new EmptyDataPlane();
    /** What was written into a volume, and when. */
    private final Map<String, NavigableMap<Instant, DataMarks>> written = new HashMap<>();
    /** Of when the data is that a volume began with. */
    private final Map<String, Instant> moments = new HashMap<>();

    private final Map<String, String> leads = new HashMap<>();
    /** The name that leads to a volume now. */
    private final Map<String, String> names = new HashMap<>();

    private final Map<String, Former> formers = new HashMap<>();
    /** The name that a volume's server has a certificate for. */
    private final Map<String, String> certificates = new HashMap<>();
    /** Whether a server keeps its certificate, whatever happens to it. */
    boolean keepsCertificates;

    SimulatedData(SimulatedWorld world) {
        this.world = world;
    }

    /** The volume that the data was first in. */
    String origin(String volume) {
        return data.origin(volume);
    }

    DataMarks marks(String volume) {
        return marks(volume, Instant.MAX);
    }

    /** As they were then. */
    private DataMarks marks(String volume, Instant then) {
        return Optional.ofNullable(written.get(volume))
                .map(all -> all.floorEntry(then))
                .map(Map.Entry::getValue)
                .orElse(DataMarks.NONE);
    }

    void mark(String volume, DataMarks marks) {
        written.computeIfAbsent(volume, none -> new TreeMap<>()).put(world.time.now(), marks);
    }

    /** Of when the data is that a snapshot holds, or a restored cluster began with. */
    Optional<Instant> moment(String volume) {
        return Optional.ofNullable(moments.get(volume));
    }

    void began(String volume, Instant moment) {
        moments.put(volume, moment);
    }

    /** The volume that answers, if one does: for a while perhaps the one that did before. */
    Optional<String> answering(String region, String name) {
        return Optional.ofNullable(formers.get(region + name))
                .filter(former -> world.time.now().isBefore(former.until()))
                .map(Former::volume)
                .filter(data::serves)
                .or(() -> data.answering(region, name));
    }

    /** Whether clients that verify the host name may connect to a volume by a name. */
    boolean certifies(String volume, String region, String name) {
        return (region + name).equals(certificates.get(volume));
    }

    boolean keepsCertificates() {
        return keepsCertificates || world.shape.has(DisturbanceKind.KEPT_CERTIFICATES);
    }

    /** For the name that leads there now. */
    private void certify(String volume) {
        if (!certificates.containsKey(volume) || !keepsCertificates()) {
            Optional.ofNullable(names.get(volume)).ifPresent(name -> certificates.put(volume, name));
        }
    }

    @Override
    public CompletionStage<Void> snapshot(String clusterVolume, String snapshotVolume) {
        mark(snapshotVolume, marks(clusterVolume));
        began(snapshotVolume, world.time.now());
        return data.snapshot(clusterVolume, snapshotVolume);
    }

    @Override
    public CompletionStage<Void> copy(String snapshotVolume, String toVolume) {
        mark(toVolume, marks(snapshotVolume));
        moment(snapshotVolume).ifPresent(moment -> began(toVolume, moment));
        return data.copy(snapshotVolume, toVolume);
    }

    @Override
    public CompletionStage<Void> restore(String clusterVolume, Optional<Instant> at, String toVolume) {
        Instant moment = at.orElseGet(world.time::now);
        mark(toVolume, marks(clusterVolume, moment));
        began(toVolume, moment);
        return data.restore(clusterVolume, at, toVolume);
    }

    @Override
    public CompletionStage<Void> retain(String clusterVolume) {
        return data.retain(clusterVolume);
    }

    @Override
    public CompletionStage<Void> start(String clusterVolume, List<String> hosts) {
        certify(clusterVolume);
        return data.start(clusterVolume, hosts);
    }

    @Override
    public CompletionStage<Void> stop(String clusterVolume) {
        return data.stop(clusterVolume);
    }

    @Override
    public CompletionStage<Void> restart(String clusterVolume) {
        return data.restart(clusterVolume);
    }

    @Override
    public CompletionStage<Void> setPassword(String clusterVolume, String user, String password) {
        return data.setPassword(clusterVolume, user, password);
    }

    @Override
    public CompletionStage<Void> delete(String volume) {
        return data.delete(volume);
    }

    @Override
    public int port(String region, String clusterName, int wanted) {
        return data.port(region, clusterName, wanted);
    }

    @Override
    public void point(String region, String clusterName, String clusterVolume) {
        forget(region + clusterName);
        leads.put(region + clusterName, clusterVolume);
        names.put(clusterVolume, region + clusterName);
        data.point(region, clusterName, clusterVolume);
    }

    @Override
    public void unpoint(String region, String clusterName) {
        String former = forget(region + clusterName);
        if (former != null && world.strikes(DisturbanceKind.STALE_NAMES)) {
            Duration lasts = world.others.upTo(STALE);
            formers.put(
                    region + clusterName, new Former(former, world.time.now().plus(lasts)));
        }
        data.unpoint(region, clusterName);
    }

    private @Nullable String forget(String name) {
        String former = leads.remove(name);
        if (former != null) {
            names.remove(former, name);
        }
        return former;
    }
}
