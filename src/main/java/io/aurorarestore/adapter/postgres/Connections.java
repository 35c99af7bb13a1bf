package io.aurorarestore.adapter.postgres;

import io.aurorarestore.adapter.secretsmanager.SecretReader;
import io.aurorarestore.app.config.ServiceConfig;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.aws.Endpoint;
import io.aurorarestore.model.request.Credentials;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.JobTime;
import io.smallrye.mutiny.Uni;
import io.vertx.core.net.TrustOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Opens connections to a restored database, each for one piece of work; none is kept. */
@ApplicationScoped
class Connections {

    private static final int CONNECT_TIMEOUT_MILLIS = 5000;

    /** RDS makes it in each cluster, and its owner is the master user. */
    private static final String ALWAYS_OPEN = "postgres";

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

    /** For all connections of one job. */
    JobLogin login(Restore restore, JobTime time) {
        return JobLogin.of(restore, time, secrets);
    }

    /** As {@link #asMaster}; the name of a database that is one of several is told with all that fails in it. */
    <T> Uni<T> open(JobLogin login, DatabaseRoles database, FailureCode code, Function<OpenDatabase, Uni<T>> work) {
        Restore restore = login.restore();
        boolean only = restore.settings().database().others().isEmpty()
                && restore.settings().database().first().equals(database.database());
        return asMaster(
                login, database.name(), code, session -> work.apply(new OpenDatabase(database, session, code, !only)));
    }

    /** Fails with {@link CallFailedException} of the given code where the database is the cause. */
    <T> Uni<T> asMaster(JobLogin login, String database, FailureCode code, Function<Session, Uni<T>> work) {
        Restore restore = login.restore();
        JobTime time = login.time();
        return login.master()
                .onFailure(CallFailedException.class)
                .transform(failure -> PgErrors.secretMissing(restore.masterSecret(), failure))
                .chain(master -> openAsMaster(restore, database, code, master, SessionLimits.ofMaster(time.left())))
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
        return open(
                        restore,
                        database,
                        FailureCode.DATABASE_FAILED,
                        login.credentials(),
                        SessionLimits.ofRole(time.left()))
                .chain(session -> new FirstRead(session, login)
                        .run()
                        .onCancellation()
                        .call(session::close)
                        .eventually(session::close));
    }

    /**
     * Where PUBLIC may not connect to a database of another owner, the master lets itself in from one that it can always
     * connect to.
     */
    private Uni<Session> openAsMaster(
            Restore restore, String database, FailureCode code, Credentials master, Map<String, String> properties) {
        return session(restore, database, master, properties)
                .onFailure(Connections::mayNotConnect)
                .recoverWithUni(refused -> session(restore, ALWAYS_OPEN, master, properties)
                        .chain(session -> new Owners(session)
                                .letIn(database)
                                .onCancellation()
                                .call(session::close)
                                .eventually(session::close))
                        .onFailure()
                        .transform(failure -> refused)
                        .chain(() -> session(restore, database, master, properties)))
                .onFailure()
                .transform(failure -> PgErrors.unopened(code, database, master, failure));
    }

    private static boolean mayNotConnect(Throwable failure) {
        return failure instanceof SqlFailedException error && error.insufficientPrivilege();
    }

    private Uni<Session> open(
            Restore restore, String database, FailureCode code, Credentials user, Map<String, String> properties) {
        return session(restore, database, user, properties)
                .onFailure()
                .transform(failure -> PgErrors.unopened(code, database, user, failure));
    }

    private Uni<Session> session(Restore restore, String database, Credentials user, Map<String, String> properties) {
        Endpoint endpoint = endpoint(restore);
        Optional<ServerTrust> trust = trust(restore, endpoint);
        return Session.open(
                        vertx.getDelegate(),
                        options(endpoint, user, trust).setDatabase(database).setProperties(properties))
                .map(session -> session.with(trust.flatMap(ServerTrust::names)))
                .onFailure()
                .transform(failure -> trust.flatMap(ServerTrust::refusal)
                        .<Throwable>map(refusal -> refused(endpoint, refusal))
                        .orElse(failure));
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

    /** Of the client's modes the one that leaves the host to the trust, which knows more names than it. */
    private static PgConnectOptions secured(PgConnectOptions options, ServerTrust trust) {
        options.setSslMode(SslMode.VERIFY_CA);
        options.setTrustOptions(TrustOptions.wrap(trust));
        return options;
    }
}
