package io.aurorarestore.aws.postgres;

import io.aurorarestore.aws.secrets.SecretReader;
import io.aurorarestore.config.ServiceConfig;
import io.aurorarestore.port.CallFailed;
import io.aurorarestore.restore.Credentials;
import io.aurorarestore.restore.Endpoint;
import io.aurorarestore.restore.FailureCode;
import io.aurorarestore.restore.Restore;
import io.smallrye.mutiny.Uni;
import io.vertx.core.net.TrustOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Opens a connection to a restored database as its master user, for one piece of work; none is kept. */
@ApplicationScoped
class Connections {

    /** Below the function's time limit: where that ends the work, it ends all that the function works on. */
    private static final Duration LONGEST_WORK = Duration.ofSeconds(50);

    /** Below the time limit of the work, in milliseconds. */
    private static final String STATEMENT_TIMEOUT = "45000";

    private static final int CONNECT_TIMEOUT_MILLIS = 5000;

    private final Vertx vertx;
    private final SecretReader secrets;
    private final ServiceConfig config;

    Connections(Vertx vertx, SecretReader secrets, ServiceConfig config) {
        this.vertx = vertx;
        this.secrets = secrets;
        this.config = config;
    }

    /** Fails with {@link CallFailed} of the given code where the database is the cause. */
    <T> Uni<T> asMaster(Restore restore, FailureCode code, Function<PgConnection, Uni<T>> work) {
        return secrets.version(restore.masterSecret(), restore.masterVersion())
                .onFailure(CallFailed.class)
                .transform(failure -> PgErrors.secretMissing(restore.masterSecret(), failure))
                .chain(master -> PgConnection.connect(vertx, options(restore, master)))
                .chain(connection -> work.apply(connection)
                        .onCancellation()
                        .call(connection::close)
                        .eventually(connection::close))
                .ifNoItem()
                .after(LONGEST_WORK)
                .failWith(() -> new TimeoutException("no end of the work in " + LONGEST_WORK))
                .onFailure()
                .transform(failure -> PgErrors.classify(code, failure));
    }

    private PgConnectOptions options(Restore restore, Credentials master) {
        Endpoint endpoint = restore.findings()
                .endpoint()
                .orElseThrow(() -> new CallFailed(
                        CallFailed.Kind.RETRY,
                        FailureCode.DATABASE_FAILED,
                        "The cluster's endpoint is not known yet."));
        PgConnectOptions options = new PgConnectOptions()
                .setHost(endpoint.host())
                .setPort(endpoint.port())
                .setDatabase(restore.settings().database())
                .setUser(master.username())
                .setPassword(master.password().reveal())
                .setProperties(Map.of(
                        "application_name", "aurora-restore",
                        "statement_timeout", STATEMENT_TIMEOUT,
                        "client_min_messages", "warning"));
        options.setConnectTimeout(CONNECT_TIMEOUT_MILLIS);
        return secured(options);
    }

    private PgConnectOptions secured(PgConnectOptions options) {
        SslMode mode = SslMode.of(config.tls().mode());
        options.setSslMode(mode);
        if (mode == SslMode.VERIFY_FULL) {
            options.setHostnameVerificationAlgorithm("HTTPS");
            options.setTrustOptions(TrustOptions.wrap(PlatformTrust.manager()));
        }
        return options;
    }
}
