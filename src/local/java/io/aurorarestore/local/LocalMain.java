package io.aurorarestore.local;

import io.aurorarestore.local.lambda.Daemons;
import io.aurorarestore.local.view.Screen;
import io.aurorarestore.local.view.Screens;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code ./mvnw -Plocal}: starts the local AWS with the service in it, runs the main job, and stays. */
public final class LocalMain {

    private final Screen screen = Screens.of(System.out);
    private final Shutdown shutdown = new Shutdown(screen);

    private LocalMain() {}

    public static void main(String[] arguments) throws Exception {
        System.exit(new LocalMain().run());
    }

    private int run() throws Exception {
        // Quarkus's log manager would format all that jars log for debugging, and keep it for a Quarkus that starts
        // later.
        Logger.getLogger("").setLevel(Level.INFO);
        Options options = Options.fromSystemProperties();
        endWithParent();
        try {
            return serve(started(options));
        } catch (Exception e) {
            return shutdown.begun() ? 1 : cannotStart(e, options);
        }
    }

    private int cannotStart(Exception e, Options options) {
        shutdown.silent();
        screen.leave();
        Optional<String> sentence = CannotStart.sentence(e, options.work());
        if (sentence.isPresent()) {
            System.err.println("The local AWS cannot start: " + sentence.get());
        } else {
            e.printStackTrace();
        }
        return 1;
    }

    private LocalAws started(Options options) throws IOException, InterruptedException, ExecutionException {
        try (Phases phases = new Phases(screen)) {
            Optional.ofNullable(System.getProperty("local.begun"))
                    .ifPresent(begun -> phases.past("building", Instant.parse(begun)));
            LocalAws aws = new LocalAws(options, screen::say, phases);
            shutdown.of(aws, options.work());
            Deployment deployment =
                    phases.begin("stacks", () -> aws.deploy(options)).get();
            CompletableFuture<?> functions = phases.begin("functions", deployment::start);
            CompletableFuture<?> seed = phases.begin("seed", new ExampleAccount(aws)::create);
            seed.get();
            functions.get();
            phases.end("Local AWS ready: AWS_ENDPOINT_URL=" + aws.address() + " API=" + aws.apiAddress());
            return aws;
        }
    }

    private int serve(LocalAws aws) throws IOException {
        String request = System.getProperty("local.request", "events/restore-request.json");
        MainJob job = new MainJob(aws, screen);
        boolean succeeded = aws.functionsStart() && (request.equals("none") || job.run(Path.of(request)));
        if (!Boolean.getBoolean("local.exit")) {
            screen.say("The local AWS stays up until Ctrl-C. " + aws.apiAddress() + "/ shows what it does.");
            job.followForEver();
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
