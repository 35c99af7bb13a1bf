package io.aurorarestore.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What else people and AWS do to a world, and how often at most. One that is off is in no world. */
enum DisturbanceKind {
    /** Instances that come later into clusters that are worked on: an autoscaled reader, or a person's. */
    STRANGE_INSTANCES(true, 3),
    /** Deletion protection is turned on: of the target, of what was set aside, of the staging cluster. */
    PROTECTION(true, 3),
    /** The target, or what was set aside, is stopped. */
    STOPPED(true, 2),
    /** A cluster is {@code backing-up}, {@code maintenance} and the like for some minutes. */
    PASSING_STATES(true, 4),
    /** A name answers for a while as it did before a rename. */
    STALE_NAMES(true, 1),
    /** Others ask for the same target at each step of a restore. */
    BUSY_TARGETS(true, 4),
    /** Manual snapshots of the target itself are asked for. */
    OWN_SNAPSHOTS(true, 1),
    /** Automated snapshots of the target itself are asked for: they go with their cluster. */
    OWN_AUTOMATED_SNAPSHOTS(true, 1),
    /** The target itself is to be brought back to a time, or is cloned. */
    OWN_MOMENTS(true, 1),
    /** Retirements come due soon, and people rename, protect, delete and unmark what they are to delete. */
    RETIREMENTS(true, 3),
    /** Profiles are edited: scripts, and who may be a target. */
    PROFILE_EDITS(true, 4),
    /** Several targets share one master secret. */
    SHARED_SECRETS(true, 2),
    /** The target may not be replaced any more. */
    UNMARKED(true, 2),
    /** The target joins a global database, a proxy or a blue/green deployment. */
    RELATIONS(true, 2),
    /** For a while the work on any restore ends in an error that nobody expects. */
    DEFECTS(true, 1),
    /** The database function's jobs and reports come late, and some reports come again much later. */
    LATE_REPORTS(true, 1),
    /** Certificates are to be renewed, and people stop and start the target meanwhile. */
    CERTIFICATES(true, 3),
    /** RDS goes on with the certificate that a cluster was made with, even after a start. */
    KEPT_CERTIFICATES(true, 1),
    /** The new instances are to have the old ones' names. */
    KEPT_NAMES(true, 1),
    /** Profiles name hooks, and those who work for them do it badly. */
    HOOKS(true, 1),
    /** Scripts need several invocations, as many as chance will have it. */
    LONG_SCRIPTS(true, 1),
    /** What earlier restores took says nothing of this one: seconds, or weeks. */
    WRONG_DURATIONS(true, 1),
    /** As many clusters share a neighbour's volume as RDS lets: who clones it gets a full copy. */
    MANY_CLONES(true, 1),
    /** A cluster that is deleted is asked for by its resource id: its backups were kept. */
    DELETED_SOURCES(true, 1),
    /** Clusters have what RDS does not have with every instance class, or with their own any more. */
    SCARCE_CLASSES(true, 1),
    /** Application Auto Scaling has targets for the readers of clusters, or cannot be asked. */
    SCALING_TARGETS(true, 1),
    // rules
    /** Where no message was lost, an end is told without the sweep. */
    TOLD_PROMPTLY(true),
    /** A protection that was renewed since it was lifted is not lifted again. */
    RENEWED_PROTECTION(true),
    /** Nothing is asked of a stopped cluster, where it is only refused. */
    STOPPED_LEFT_ALONE(true),
    /** That the target is being backed up, for minutes, is no reason to give up. */
    PASSING_STATES_PASS(true),
    /** Nor is a reader that Auto Scaling added. */
    SCALED_READERS_ARE_EXPECTED(true);

    /** To turn on some more: {@code -Dkinds=STOPPED,RELATIONS}, or all. */
    private static final List<String> SAID =
            Arrays.asList(System.getProperty("kinds", "").split(","));

    private static final Set<DisturbanceKind> ON =
            Arrays.stream(values()).filter(DisturbanceKind::isOn).collect(Collectors.toUnmodifiableSet());

    private final boolean on;
    private final int most;

    DisturbanceKind(boolean on, int most) {
        this.on = on;
        this.most = most;
    }

    DisturbanceKind(boolean on) {
        this(on, 0);
    }

    /** What worlds may have. */
    static Set<DisturbanceKind> on() {
        return ON;
    }

    private boolean isOn() {
        return on || SAID.contains(name()) || SAID.contains("all");
    }

    /** Drawn by a chance of its own: worlds without it are what they were before there was such a kind. */
    boolean isApart() {
        return this == SCARCE_CLASSES || this == SCALING_TARGETS;
    }

    boolean isRule() {
        return most == 0;
    }

    int most() {
        return most;
    }
}
