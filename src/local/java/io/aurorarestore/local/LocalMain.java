package io.aurorarestore.local;

import io.aurorarestore.local.front.PortTakenException;
import io.aurorarestore.local.lambda.Daemons;
import io.aurorarestore.local.template.TemplateError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** {@code ./mvnw -Plocal}: starts the local AWS with the service in it, runs the main job, and stays. */
public final class LocalMain {

    private static final int COULD_NOT_START = 2;

    private LocalMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.exit(run());
    }

    private static int run() throws InterruptedException {
        try {
            Options options = Options.fromSystemProperties();
            LocalAws aws = new LocalAws(options);
            Runtime.getRuntime().addShutdownHook(new Thread(aws::close, "shutdown"));
            endWithParent();
            return serve(aws, options);
        } catch (PortTakenException | TemplateError | IOException | UncheckedIOException | SQLException e) {
            System.err.println("The local AWS cannot start: " + e.getMessage());
            return COULD_NOT_START;
        }
    }

    private static int serve(LocalAws aws, Options options) throws IOException, InterruptedException, SQLException {
        Deployment deployment = aws.deploy(options);
        deployment.start();
        new ExampleAccount(aws).create();
        System.out.println("Local AWS ready: AWS_ENDPOINT_URL=" + aws.address() + " API=" + aws.apiAddress());
        String request = System.getProperty("local.request", "events/restore-request.json");
        boolean succeeded = request.equals("none") || new MainJob(aws, System.out).run(Path.of(request));
        if (!Boolean.getBoolean("local.exit")) {
            System.out.println("The local AWS stays up until Ctrl-C.");
            new CountDownLatch(1).await();
        }
        return succeeded ? 0 : 1;
    }

    /** Maven may be ended without a word to us: then we get another parent, and nothing of this is to stay behind. */
    private static void endWithParent() {
        Optional<ProcessHandle> parent = ProcessHandle.current().parent();
        Executors.newSingleThreadScheduledExecutor(Daemons.named("parent"))
                .scheduleWithFixedDelay(() -> endWithout(parent), 500, 500, TimeUnit.MILLISECONDS);
    }

    private static void endWithout(Optional<ProcessHandle> parent) {
        if (!ProcessHandle.current().parent().equals(parent)) {
            System.exit(1);
        }
    }
}
