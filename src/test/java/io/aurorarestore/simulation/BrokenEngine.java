package io.aurorarestore.simulation;

import io.aurorarestore.engine.Hint;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Transition;
import io.aurorarestore.notification.Announcement;
import io.aurorarestore.port.Announcer;
import io.aurorarestore.port.MasterSecrets;
import io.aurorarestore.port.Restores;
import io.aurorarestore.port.WakeUps;
import io.aurorarestore.port.World;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Engines that are wrong on purpose. Each must be found out, or the simulation proves nothing. */
enum BrokenEngine implements Flaw {

    /** The last to write wins. */
    NO_VERSION_CONDITION {
        @Override
        public World in(World ports, Context context) {
            return Bend.in(
                    ports,
                    Restores.class,
                    "commit",
                    (arguments, really) -> LastWriter.wins((Transition) arguments[0], ports.restores()));
        }
    },

    /** Whoever comes acts, even while another's call is on its way. */
    NO_LEASE {
        @Override
        public World in(World ports, Context context) {
            return Bend.<Restores, Optional<Restore>>answers(
                    ports,
                    Restores.class,
                    "load",
                    found -> found.map(one -> one.with(one.turn().free())));
        }
    },

    /** What was lost is gone on with. */
    LOST_COMMIT_TAKEN_FOR_KEPT {
        @Override
        public World in(World ports, Context context) {
            return Bend.<Restores, Boolean>answers(ports, Restores.class, "commit", kept -> true);
        }
    },

    EVENT_TRUSTED_WITHOUT_DESCRIBE {
        @Override
        public World in(World ports, Context context) {
            return context.message() instanceof Message.Happened
                    ? Deceived.believing(ports, (Message.Happened) context.message())
                    : ports;
        }
    },

    DELETE_BY_NAME {
        @Override
        public World in(World ports, Context context) {
            return Deceived.takingForOurs(ports, context, true);
        }
    },

    ALREADY_EXISTS_ALWAYS_ACCEPTED {
        @Override
        public World in(World ports, Context context) {
            return Deceived.takingForOurs(ports, context, false);
        }
    },

    WAKE_UP_FORGOTTEN {
        @Override
        public World in(World ports, Context context) {
            return Bend.in(
                    ports,
                    WakeUps.class,
                    "send",
                    (arguments, really) -> arguments[1].equals(Hint.ANY_CHAIN)
                            ? really.apply(arguments)
                            : Uni.createFrom().voidItem());
        }
    },

    NOTIFICATION_BEFORE_COMMIT {
        @Override
        public World in(World ports, Context context) {
            return Bend.in(ports, Restores.class, "commit", (arguments, really) -> {
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
        public World in(World ports, Context context) {
            return Bend.in(
                    ports,
                    Announcer.class,
                    "announce",
                    (arguments, really) -> Uni.createFrom().voidItem());
        }
    },

    PASSWORD_LEFT_STAGED {
        @Override
        public World in(World ports, Context context) {
            return Bend.in(
                    ports,
                    MasterSecrets.class,
                    "drop",
                    (arguments, really) -> Uni.createFrom().voidItem());
        }
    },

    LOCK_RELEASED_EARLY {
        @Override
        public World in(World ports, Context context) {
            return Mistakes.unlockingEarly(ports, context.world());
        }
    },

    CREDENTIALS_ACTIVATED_EARLY {
        @Override
        public World in(World ports, Context context) {
            return Mistakes.activatingEarly(ports, context.world());
        }
    },

    PROTECTION_ALWAYS_LIFTED {
        @Override
        public World in(World ports, Context context) {
            return Mistakes.liftingProtection(ports, context);
        }
    },

    PROFILE_READ_AGAIN {
        @Override
        public World in(World ports, Context context) {
            return Mistakes.readingTheProfileAgain(ports, context.world());
        }
    },

    INSTANCES_OF_ALL_CLUSTERS_DELETED {
        @Override
        public World in(World ports, Context context) {
            return Deceived.takingAllInstances(ports, context);
        }
    },

    STOPPED_TAKEN_FOR_AVAILABLE {
        @Override
        public World in(World ports, Context context) {
            return Deceived.takingStoppedForAvailable(ports);
        }
    },

    SNAPSHOT_TAKEN_FOR_WHOLE {
        @Override
        public World in(World ports, Context context) {
            return Deceived.takingBegunForWhole(ports);
        }
    },

    ANOTHERS_ANSWER_TAKEN_FOR_OURS {
        @Override
        public World in(World ports, Context context) {
            return Mistakes.takingNotYetForDone(ports);
        }
    },

    RESULT_OF_ANY_ATTEMPT_BELIEVED {
        @Override
        public World in(World ports, Context context) {
            return Mistakes.believingAnyAttempt(ports);
        }
    },

    RESULT_OF_ANY_JOB_BELIEVED {
        @Override
        public World in(World ports, Context context) {
            return Mistakes.believingAnyJob(ports);
        }
    }
}
