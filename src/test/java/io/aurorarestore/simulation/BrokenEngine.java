package io.aurorarestore.simulation;

import io.aurorarestore.engine.Trigger;
import io.aurorarestore.model.restore.AskedHooks;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Transition;
import io.aurorarestore.notification.Announcement;
import io.aurorarestore.port.Announcer;
import io.aurorarestore.port.Aurora;
import io.aurorarestore.port.AuroraControl;
import io.aurorarestore.port.HookEvents;
import io.aurorarestore.port.MasterSecrets;
import io.aurorarestore.port.Ports;
import io.aurorarestore.port.Restores;
import io.aurorarestore.port.WakeUps;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Engines that are wrong on purpose. Each must be found out, or the simulation proves nothing. */
enum BrokenEngine implements EngineFlaw {

    /** The last to write wins. */
    NO_VERSION_CONDITION {
        @Override
        public Ports in(Ports ports, Context context) {
            return PortOverride.in(
                    ports,
                    Restores.class,
                    "commit",
                    (arguments, really) -> LastWriter.wins((Transition) arguments[0], ports.restores()));
        }
    },

    /** Whoever comes acts, even while another's call is on its way. */
    NO_LEASE {
        @Override
        public Ports in(Ports ports, Context context) {
            return PortOverride.<Restores, Optional<Restore>>answers(
                    ports,
                    Restores.class,
                    "load",
                    found -> found.map(one -> one.with(one.schedule().free())));
        }
    },

    /** What was lost is gone on with. */
    LOST_COMMIT_TAKEN_FOR_KEPT {
        @Override
        public Ports in(Ports ports, Context context) {
            return PortOverride.<Restores, Boolean>answers(ports, Restores.class, "commit", kept -> true);
        }
    },

    EVENT_TRUSTED_WITHOUT_DESCRIBE {
        @Override
        public Ports in(Ports ports, Context context) {
            return context.message() instanceof InFlightMessage.Happened
                    ? DeceivedEngine.believing(ports, (InFlightMessage.Happened) context.message())
                    : ports;
        }
    },

    DELETE_BY_NAME {
        @Override
        public Ports in(Ports ports, Context context) {
            return DeceivedEngine.takingForOurs(ports, context, true);
        }
    },

    ALREADY_EXISTS_ALWAYS_ACCEPTED {
        @Override
        public Ports in(Ports ports, Context context) {
            return DeceivedEngine.takingForOurs(ports, context, false);
        }
    },

    WAKE_UP_FORGOTTEN {
        @Override
        public Ports in(Ports ports, Context context) {
            return PortOverride.in(
                    ports,
                    WakeUps.class,
                    "send",
                    (arguments, really) -> arguments[1].equals(Trigger.ANY_CHAIN)
                            ? really.apply(arguments)
                            : Uni.createFrom().voidItem());
        }
    },

    NOTIFICATION_BEFORE_COMMIT {
        @Override
        public Ports in(Ports ports, Context context) {
            return PortOverride.in(ports, Restores.class, "commit", (arguments, really) -> {
                Restore after = ((Transition) arguments[0]).after();
                Uni<Void> told = after.unannounced()
                        ? ports.announcer().announce(Announcement.endOf(after))
                        : Uni.createFrom().voidItem();
                return told.chain(() -> really.apply(arguments));
            });
        }
    },

    /** What has ended is written down as announced, and nobody was told. */
    NOTIFICATION_FORGOTTEN {
        @Override
        public Ports in(Ports ports, Context context) {
            return PortOverride.in(
                    ports,
                    Announcer.class,
                    "announce",
                    (arguments, really) -> Uni.createFrom().voidItem());
        }
    },

    PASSWORD_LEFT_STAGED {
        @Override
        public Ports in(Ports ports, Context context) {
            return PortOverride.in(
                    ports,
                    MasterSecrets.class,
                    "drop",
                    (arguments, really) -> Uni.createFrom().voidItem());
        }
    },

    LOCK_RELEASED_EARLY {
        @Override
        public Ports in(Ports ports, Context context) {
            return EngineMistakes.unlockingEarly(ports, context.world());
        }
    },

    CREDENTIALS_ACTIVATED_EARLY {
        @Override
        public Ports in(Ports ports, Context context) {
            return EngineMistakes.activatingEarly(ports, context.world());
        }
    },

    PROTECTION_ALWAYS_LIFTED {
        @Override
        public Ports in(Ports ports, Context context) {
            return EngineMistakes.liftingProtection(ports, context);
        }
    },

    PROFILE_READ_AGAIN {
        @Override
        public Ports in(Ports ports, Context context) {
            return EngineMistakes.readingTheProfileAgain(ports, context.world());
        }
    },

    INSTANCES_OF_ALL_CLUSTERS_DELETED {
        @Override
        public Ports in(Ports ports, Context context) {
            return DeceivedEngine.takingAllInstances(ports, context);
        }
    },

    STOPPED_TAKEN_FOR_AVAILABLE {
        @Override
        public Ports in(Ports ports, Context context) {
            return DeceivedEngine.takingStoppedForAvailable(ports);
        }
    },

    /** Nothing is stopped, and so nothing is renewed. */
    STOP_ONLY_SAID {
        @Override
        public Ports in(Ports ports, Context context) {
            return PortOverride.in(
                    ports,
                    AuroraControl.class,
                    "stopCluster",
                    (arguments, really) -> Uni.createFrom().voidItem());
        }
    },

    SNAPSHOT_TAKEN_FOR_WHOLE {
        @Override
        public Ports in(Ports ports, Context context) {
            return DeceivedEngine.takingBegunForWhole(ports);
        }
    },

    ANOTHERS_ANSWER_TAKEN_FOR_OURS {
        @Override
        public Ports in(Ports ports, Context context) {
            return EngineMistakes.takingNotYetForDone(ports);
        }
    },

    RESULT_OF_ANY_ATTEMPT_BELIEVED {
        @Override
        public Ports in(Ports ports, Context context) {
            return EngineMistakes.believingAnyAttempt(ports);
        }
    },

    /** Whoever works for a hook is left to it. */
    HOOK_LEFT_REQUESTED {
        @Override
        public Ports in(Ports ports, Context context) {
            return PortOverride.in(
                    ports,
                    HookEvents.class,
                    "cancel",
                    (arguments, really) -> Uni.createFrom().voidItem());
        }
    },

    /** What was answered is forgotten. */
    HOOK_ASKED_FOR_ANEW {
        @Override
        public Ports in(Ports ports, Context context) {
            return PortOverride.<Restores, Optional<Restore>>answers(
                    ports, Restores.class, "load", found -> found.map(one -> one.with(AskedHooks.NONE)));
        }
    },

    /** Whatever time is asked for. */
    EARLIEST_MOMENT_RESTORED {
        @Override
        public Ports in(Ports ports, Context context) {
            return DeceivedEngine.restoringTheEarliest(ports);
        }
    },

    /** Who shares the volume of a source is not looked at. */
    CLONES_NOT_COUNTED {
        @Override
        public Ports in(Ports ports, Context context) {
            return PortOverride.in(
                    ports,
                    Aurora.class,
                    "sourceClusters",
                    (arguments, really) -> really.apply(new Object[] {arguments[0], false}));
        }
    },

    CONFIGURED_TAKEN_FOR_VERIFIED {
        @Override
        public Ports in(Ports ports, Context context) {
            return EngineMistakes.takingConfiguredForVerified(ports);
        }
    },

    RESULT_OF_ANY_JOB_BELIEVED {
        @Override
        public Ports in(Ports ports, Context context) {
            return EngineMistakes.believingAnyJob(ports);
        }
    };

    @Override
    public boolean bendsReads() {
        return true;
    }
}
