package io.aurorarestore.local;

import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.lambda.Daemons;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Asks a target's endpoint, as a user of its master secret would, which data it serves, and notes each change. */
final class ServedDataWatch implements AutoCloseable {

    private static final String ASK = "SELECT count(*), max(ordered_on) FROM orders";

    private final LocalAws aws;
    private final String target;
    private final long begun = System.nanoTime();
    private final List<String> changes = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Daemons.named("served"));
    private String last = "";

    ServedDataWatch(LocalAws aws, String target) {
        this.aws = aws;
        this.target = target;
        timer.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
    }

    /** One line a change; empty where nothing answered before the restore had promoted its own. */
    List<String> changes() {
        look();
        return changes.size() < 2 ? List.of() : changes;
    }

    /** While nobody answers, or the password is about to change, there is nothing to note. */
    private synchronized void look() {
        try (Connection connection = connect(aws, target);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ASK)) {
            rows.next();
            note(rows.getInt(1) + " orders, the newest of " + rows.getString(2));
        } catch (SQLException | RuntimeException unanswered) {
            // What nobody answers is no change of what is served.
        }
    }

    private void note(String answer) {
        if (!answer.equals(last)) {
            last = answer;
            changes.add(String.format(
                    Locale.ROOT,
                    "%s: %s served %s",
                    Duration.ofNanos(System.nanoTime() - begun).toSeconds() + " s",
                    target,
                    answer));
        }
    }

    /** As a user of the target's master secret. */
    static Connection connect(LocalAws aws, String target) throws SQLException {
        return DriverManager.getConnection(url(aws, target), "postgres", password(aws, target));
    }

    private static String url(LocalAws aws, String target) {
        return "jdbc:postgresql://localhost:" + aws.postgres().port(LocalAws.HOME, target) + "/orders?connectTimeout=1";
    }

    private static String password(LocalAws aws, String target) {
        String secret = aws.secrets()
                .service()
                .call(
                        LocalAws.HOME,
                        "GetSecretValue",
                        Json.object().put("SecretId", "aurora-restore/" + target + "/master"))
                .path("SecretString")
                .asText();
        return Json.read(secret).path("password").asText();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
