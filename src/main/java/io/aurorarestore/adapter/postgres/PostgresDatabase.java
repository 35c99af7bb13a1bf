package io.aurorarestore.adapter.postgres;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.DatabaseSettings;
import io.aurorarestore.model.settings.OneDatabase;
import io.aurorarestore.notification.StaleCertificate;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.Database;
import io.aurorarestore.port.JobTime;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Configures, verifies and identifies the restored database by the reactive PostgreSQL client. Each piece of work has
 * a connection of its own.
 */
@ApplicationScoped
class PostgresDatabase implements Database {

    /** How long name servers may go on with what a name led to before. */
    private static final Duration NAME_LAG = Duration.ofMinutes(10);

    /** Nothing is heard of a job meanwhile: checks that take longer get one of their own. */
    private static final Duration TO_VERIFY = Duration.ofSeconds(30);

    private final Connections connections;
    private final UserSecrets users;
    private final Home home;
    private final Clock clock;

    PostgresDatabase(Connections connections, UserSecrets users, Home home, Clock clock) {
        this.connections = connections;
        this.users = users;
        this.home = home;
        this.clock = clock;
    }

    @Override
    public Uni<String> readSecrets(Restore restore) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> connections.checkAuthorities(home.region(), clock.instant()))
                .chain(() -> roles(
                        restore, restore.managedSecret() ? Optional.empty() : Optional.of(restore.masterSecret())))
                .replaceWith(() -> restore.settings().database().secrets().size() + " secret(s) can be read");
    }

    @Override
    public Uni<Report> configure(Restore restore, JobTime time, ProgressListener listener) {
        return configure(connections.login(restore, time), listener);
    }

    @Override
    public Uni<Report> configureAndVerify(Restore restore, JobTime time, ProgressListener listener) {
        JobLogin login = connections.login(restore, time);
        return configure(login, listener)
                .chain(report -> report.stopped().isEmpty()
                        ? verify(login.in(time.leftFor(TO_VERIFY)))
                                .map(report::verified)
                                .onFailure()
                                .recoverWithItem(report)
                        : Uni.createFrom().item(report));
    }

    private Uni<Report> configure(JobLogin login, ProgressListener listener) {
        return roles(login.restore(), Optional.empty())
                .chain(all -> new OpenDatabases(connections, login, List.of())
                        .open(all, open -> new Configuration(open, listener).run()));
    }

    @Override
    public Uni<String> verify(Restore restore, JobTime time) {
        return verify(connections.login(restore, time));
    }

    private Uni<String> verify(JobLogin login) {
        Restore restore = login.restore();
        List<OneDatabase> all = restore.settings().database().databases();
        return Sequential.of(
                        all,
                        one -> connections.open(
                                login,
                                new DatabaseRoles(one, List.of()),
                                FailureCode.VERIFICATION_FAILED,
                                database -> database.in(() -> verify(restore, database))))
                .replaceWith(
                        () -> all.stream().mapToInt(one -> one.checks().size()).sum() + " check(s) hold");
    }

    private static Uni<Void> verify(Restore restore, OpenDatabase database) {
        return new Provenance(database.session(), restore)
                .verify(
                        CallFailedException.Kind.FATAL,
                        FailureCode.VERIFICATION_FAILED,
                        "This restore has not configured the data, which says that it is of")
                .chain(() -> new AppliedScripts(database.session(), restore.id())
                        .verify(database.database().scripts()))
                .chain(() -> new Checks(database.session(), database.database().checks()).run());
    }

    @Override
    public Uni<Report> identify(Restore restore, JobTime time) {
        return connections
                .asMaster(
                        connections.login(restore, time),
                        restore.settings().database().first().name(),
                        FailureCode.ENDPOINT_UNVERIFIED,
                        session -> new Provenance(session, restore)
                                .verify(
                                        CallFailedException.Kind.RETRY,
                                        FailureCode.ENDPOINT_UNVERIFIED,
                                        "The endpoint answers as")
                                .replaceWith(() -> identity(restore, session)))
                .onFailure(failure -> byAnother(restore, failure))
                .transform(failure -> notYet((CallFailedException) failure));
    }

    private static Report identity(Restore restore, Session session) {
        String description = "the endpoint answers as restore " + restore.id();
        String host = restore.outputs().endpoint().orElseThrow().host();
        return session.certificate()
                .map(names -> new Report(
                        description + ", its certificate is for " + names,
                        names.cover(host) ? List.of() : List.of(stale(restore, host))))
                .orElseGet(() -> new Report(description, List.of()));
    }

    private static String stale(Restore restore, String host) {
        return restore.renewsCertificate()
                ? StaleCertificate.warningAfterRenewal(restore.target(), host)
                : StaleCertificate.warning(restore.target(), host);
    }

    private Uni<List<DatabaseRoles>> roles(Restore restore, Optional<String> master) {
        DatabaseSettings settings = restore.settings().database();
        return users.roles(settings, master)
                .invoke(all -> RoleRemoval.of(settings).check(DatabaseRoles.names(all)));
    }

    /**
     * A cluster that has never heard of us or our database, does not know the new login, or shows the certificate of an
     * earlier restore, may be the earlier one.
     */
    private boolean byAnother(Restore restore, Throwable failure) {
        return failure instanceof CallFailedException call
                && switch (call.failure().code()) {
                    case ENDPOINT_UNVERIFIED -> true;
                    case CERTIFICATE_REFUSED -> mayLeadToPredecessor(restore);
                    default -> false;
                };
    }

    private boolean mayLeadToPredecessor(Restore restore) {
        return restore.outputs().predecessor().isPresent()
                && clock.instant().isBefore(restore.progress().since().plus(NAME_LAG));
    }

    private static CallFailedException notYet(CallFailedException byAnother) {
        return new CallFailedException(
                CallFailedException.Kind.RETRY, FailureCode.ENDPOINT_UNVERIFIED, byAnother.getMessage());
    }
}
