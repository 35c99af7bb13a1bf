package io.aurorarestore.adapter.postgres;

import io.aurorarestore.adapter.secretsmanager.SecretReader;
import io.aurorarestore.app.config.ServiceConfig;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.aws.Endpoint;
import io.aurorarestore.model.request.Credentials;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.text.NameList;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.JobTime;
import io.smallrye.mutiny.Uni;
import io.vertx.core.net.TrustOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Opens connections to a restored database, each for one piece of work; none is kept. */
@ApplicationScoped
class Connections {

    private static final int CONNECT_TIMEOUT_MILLIS = 5000;

    /** So much before its job a statement is ended by the server. */
    private static final long TO_BE_TOLD_MILLIS = 5000;

    private final Vertx vertx;
    private final SecretReader secrets;
    private final ServiceConfig config;

    Connections(Vertx vertx, SecretReader secrets, ServiceConfig config) {
        this.vertx = vertx;
        this.secrets = secrets;
        this.config = config;
    }

    /** @throws CallFailedException FATAL where no server of the region could be trusted */
    void checkAuthorities(String region, Instant now) {
        if (verifies()) {
            Authorities.of(config.tls().ca()).check(region, now);
        }
    }

    private boolean verifies() {
        return SslMode.of(config.tls().mode()) != SslMode.DISABLE;
    }

    /** As {@link #asMaster}; the name of a database that is one of several is told with all that fails in it. */
    <T> Uni<T> open(
            Restore restore,
            JobTime time,
            DatabaseRoles database,
            FailureCode code,
            Function<OpenDatabase, Uni<T>> work) {
        boolean only = restore.settings().database().others().isEmpty()
                && restore.settings().database().first().equals(database.database());
        return asMaster(
                restore,
                database.name(),
                time,
                code,
                session -> work.apply(new OpenDatabase(database, session, code, !only)));
    }

    /** Fails with {@link CallFailedException} of the given code where the database is the cause. */
    <T> Uni<T> asMaster(
            Restore restore, String database, JobTime time, FailureCode code, Function<Session, Uni<T>> work) {
        return master(restore)
                .onFailure(CallFailedException.class)
                .transform(failure -> PgErrors.secretMissing(restore.masterSecret(), failure))
                .chain(master -> open(restore, database, code, master, limits(time.left())))
                .chain(session -> SessionSettings.overrule(session)
                        .chain(() -> work.apply(session))
                        .onFailure(ProfileSqlException.class)
                        .recoverWithUni(failure -> told(session, code, failure))
                        .onCancellation()
                        .call(session::close)
                        .eventually(session::close))
                .ifNoItem()
                .after(time.left())
                .failWith(() -> overdue(code, time))
                .onFailure()
                .transform(failure -> PgErrors.classify(code, failure));
    }

    /** Logs in as a role, and reads as it. */
    Uni<Void> read(Restore restore, String database, JobTime time, RoleDefinition login) {
        return open(restore, database, FailureCode.DATABASE_FAILED, login.credentials(), ownLimits(time.left()))
                .chain(session -> new FirstRead(session, login)
                        .run()
                        .onCancellation()
                        .call(session::close)
                        .eventually(session::close));
    }

    private Uni<Session> open(
            Restore restore, String database, FailureCode code, Credentials user, Map<String, String> properties) {
        Endpoint endpoint = endpoint(restore);
        Optional<ServerTrust> trust = trust(restore, endpoint);
        return Session.open(
                        vertx.getDelegate(),
                        options(endpoint, user, trust).setDatabase(database).setProperties(properties))
                .map(session -> session.with(trust.flatMap(ServerTrust::names)))
                .onFailure()
                .transform(failure -> trust.flatMap(ServerTrust::refusal)
                        .<RuntimeException>map(refusal -> refused(endpoint, refusal))
                        .orElseGet(() -> unopened(code, database, user, failure)));
    }

    private static RuntimeException unopened(FailureCode code, String database, Credentials user, Throwable failure) {
        String name = "Database " + NameList.of(database);
        return failure instanceof SqlFailedException error && error.undefinedDatabase()
                ? new CallFailedException(
                        CallFailedException.Kind.FATAL,
                        code,
                        name + " does not exist in the restored cluster: correct its name in the profile.")
                : PgErrors.about(code, name + " cannot be opened as " + NameList.of(user.username()), failure);
    }

    /** None but where no one can listen. */
    private Optional<ServerTrust> trust(Restore restore, Endpoint endpoint) {
        return verifies()
                ? Optional.of(
                        new ServerTrust(Authorities.of(config.tls().ca()), AcceptedHosts.of(restore, endpoint.host())))
                : Optional.empty();
    }

    private static CallFailedException refused(Endpoint endpoint, String refusal) {
        return new CallFailedException(
                CallFailedException.Kind.FATAL,
                FailureCode.CERTIFICATE_REFUSED,
                "The server at " + endpoint + " is not spoken to: " + refusal + ".");
    }

    private static <T> Uni<T> told(Session session, FailureCode code, ProfileSqlException failure) {
        return failure.told(session, code).chain(told -> Uni.createFrom().failure(told));
    }

    private static CallFailedException overdue(FailureCode code, JobTime time) {
        return new CallFailedException(
                CallFailedException.Kind.RETRY,
                code,
                "The database does not answer: the work on it has no end in "
                        + time.whole().toSeconds() + " seconds.");
    }

    private Uni<Credentials> master(Restore restore) {
        return restore.managedSecret()
                ? secrets.current(restore.masterSecret())
                : secrets.version(restore.masterSecret(), restore.masterVersion());
    }

    private static Endpoint endpoint(Restore restore) {
        return restore.outputs()
                .endpoint()
                .orElseThrow(() -> new CallFailedException(
                        CallFailedException.Kind.RETRY,
                        FailureCode.DATABASE_FAILED,
                        "The cluster's endpoint is not known yet."));
    }

    private PgConnectOptions options(Endpoint endpoint, Credentials user, Optional<ServerTrust> trust) {
        PgConnectOptions options = new PgConnectOptions()
                .setHost(endpoint.host())
                .setPort(endpoint.port())
                .setUser(user.username())
                .setPassword(user.password().reveal());
        options.setConnectTimeout(CONNECT_TIMEOUT_MILLIS);
        return trust.map(verifying -> secured(options, verifying)).orElseGet(() -> options.setSslMode(SslMode.DISABLE));
    }

    /**
     * The limits of time are so short that the server ends a statement before we end the work, and a session that has lost
     * us soon.
     */
    private static Map<String, String> limits(Duration left) {
        long work = left.toMillis();
        Map<String, String> all = new HashMap<>(SessionSettings.AT_START);
        all.putAll(Map.of(
                "application_name", "aurora-restore",
                "client_min_messages", "error",
                "statement_timeout", Long.toString(work - Math.min(work / 10, TO_BE_TOLD_MILLIS)),
                "lock_timeout", Long.toString(work / 5),
                "idle_in_transaction_session_timeout", Long.toString(work),
                "tcp_keepalives_idle", "10",
                "tcp_keepalives_interval", "5",
                "tcp_keepalives_count", "3"));
        return all;
    }

    /** Of a role that is tried: all else is as its own sessions have it. */
    private static Map<String, String> ownLimits(Duration left) {
        String most = Long.toString(left.toMillis() / 5);
        return Map.of("application_name", "aurora-restore", "client_min_messages", "error", "statement_timeout", most);
    }

    /** Of the client's modes the one that leaves the host to the trust, which knows more names than it. */
    private static PgConnectOptions secured(PgConnectOptions options, ServerTrust trust) {
        options.setSslMode(SslMode.VERIFY_CA);
        options.setTrustOptions(TrustOptions.wrap(trust));
        return options;
    }
}
