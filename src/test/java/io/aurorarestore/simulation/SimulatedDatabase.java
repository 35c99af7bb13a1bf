package io.aurorarestore.simulation;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.ScriptProgress;
import io.aurorarestore.model.settings.Script;
import io.aurorarestore.notification.StaleCertificate;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.Database;
import io.aurorarestore.port.JobTime;
import io.smallrye.mutiny.Uni;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The restored data, as far as it matters: whose provenance is written in it, and which scripts have run. */
final class SimulatedDatabase implements Database {

    private final SimulatedWorld world;
    /** What it cannot do, and why. */
    final Map<StepName, FailureCode> broken = new EnumMap<>(StepName.class);

    boolean verifiesApart;

    private final Set<RestoreId> identified = new HashSet<>();

    SimulatedDatabase(SimulatedWorld world) {
        this.world = world;
    }

    /** Whether the target's endpoint has answered as this restore: the truth about its pivot. */
    boolean hasIdentified(RestoreId restore) {
        return identified.contains(restore);
    }

    @Override
    public Uni<String> readSecrets(Restore restore) {
        return working(StepName.PREFLIGHT, () -> {}, () -> "all secrets are there");
    }

    @Override
    public Uni<Report> configure(Restore restore, JobTime time, ProgressListener listener) {
        return world.shape.has(DisturbanceKind.LONG_SCRIPTS)
                ? goOn(restore, time, listener)
                : working(StepName.CONFIGURE_DATABASE, () -> configure(restore, 1), () -> {
                    configure(restore, scripts(restore).size());
                    return new Report("configured", List.of());
                });
    }

    @Override
    public Uni<Report> configureAndVerify(Restore restore, JobTime time, ProgressListener listener) {
        return configure(restore, time, listener)
                .chain(report -> report.stopped().isEmpty() && !verifiesApart
                        ? verify(restore, time)
                                .map(report::verified)
                                .onFailure(CallFailedException.class)
                                .recoverWithItem(report)
                        : Uni.createFrom().item(report));
    }

    /** One more round of a script, and sometimes its last: after that the invocation has no time. */
    private Uni<Report> goOn(Restore restore, JobTime time, ProgressListener listener) {
        return working(StepName.CONFIGURE_DATABASE, () -> {}, () -> reach(restore, time))
                .call(listener::heard)
                .chain(at -> working(
                        StepName.CONFIGURE_DATABASE, () -> configure(restore, at.number()), () -> goneOn(restore, at)));
    }

    private ScriptProgress reach(Restore restore, JobTime time) {
        List<Script> all = scripts(restore);
        int applied = world.data.marks(reachStaging(restore)).of(restore.id()).size();
        int next = Math.min(applied + 1, all.size());
        return new ScriptProgress(
                all.get(next - 1).name(), next, all.size(), 1, 1, time.clock().instant());
    }

    private Report goneOn(Restore restore, ScriptProgress at) {
        boolean last = world.others.of(0.5);
        configure(restore, last ? at.number() : at.number() - 1);
        return last && at.number() == at.scripts() ? new Report("configured", List.of()) : Report.stopped(at);
    }

    /** The first scripts only, where it fails on its way. */
    private void configure(Restore restore, int scripts) {
        String volume = reachStaging(restore);
        DataMarks marks = world.data.marks(volume).broughtBy(restore.id());
        for (Script script : scripts(restore).stream().limit(scripts).toList()) {
            marks = marks.plus(restore.id(), script);
        }
        world.data.mark(volume, marks);
    }

    private static List<Script> scripts(Restore restore) {
        return restore.settings().database().first().scripts();
    }

    @Override
    public Uni<String> verify(Restore restore, JobTime time) {
        return working(StepName.VERIFY_RESTORE, () -> {}, () -> {
            String volume = reachStaging(restore);
            world.referee.must(
                    world.data.marks(volume).of(restore.id()).equals(scripts(restore)),
                    () -> "restore " + restore.id() + " verifies what it has not configured");
            return "verified";
        });
    }

    @Override
    public Uni<Report> identify(Restore restore, JobTime time) {
        return working(StepName.VERIFY_ENDPOINT, () -> {}, () -> {
            String volume = reach(restore.target());
            if (world.data
                    .marks(volume)
                    .provenance()
                    .filter(restore.id()::equals)
                    .isEmpty()) {
                throw notYet("another cluster answers as " + restore.target());
            }
            identified.add(restore.id());
            return new Report("it is this restore", warnings(restore, volume));
        });
    }

    private List<String> warnings(Restore restore, String volume) {
        return world.data.certifies(volume, TestData.HOME.region(), restore.target())
                ? List.of()
                : List.of(StaleCertificate.warning(restore.target(), restore.target()));
    }

    private <T> Uni<T> working(StepName step, Runnable begun, Supplier<T> work) {
        return Uni.createFrom().item(() -> {
            if (broken.containsKey(step)) {
                throw new CallFailedException(CallFailedException.Kind.FATAL, broken.get(step), "It is broken.");
            }
            if (world.trouble.strikes(world.shape.meddling().jobFails())) {
                begun.run();
                throw world.chance.of(0.5)
                        ? notYet("not reachable yet")
                        : new CallFailedException(
                                CallFailedException.Kind.FATAL, FailureCode.DATABASE_FAILED, "a script failed");
            }
            return work.get();
        });
    }

    /** Another's cluster of that name would not let us in. */
    private String reachStaging(Restore restore) {
        String volume = reach(restore.names().staging());
        if (!world.made.by(restore.id(), volume)) {
            throw notYet("the password is refused at " + restore.names().staging());
        }
        return volume;
    }

    private String reach(String cluster) {
        return world.data
                .answering(TestData.HOME.region(), cluster)
                .orElseThrow(() -> notYet("nothing answers as " + cluster));
    }

    private static CallFailedException notYet(String why) {
        return new CallFailedException(CallFailedException.Kind.RETRY, FailureCode.DATABASE_FAILED, why);
    }
}
