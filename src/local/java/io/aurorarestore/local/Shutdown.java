package io.aurorarestore.local;

import io.aurorarestore.local.view.Screen;
import java.nio.file.Path;

/** The end of the program, however it comes about. What was started ends, and what was removed is said. */
final class Shutdown {

    private final Screen screen;
    private volatile boolean begun;
    private volatile boolean silent;

    Shutdown(Screen screen) {
        this.screen = screen;
    }

    void of(LocalAws aws, Path work) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(aws, work), "shutdown"));
    }

    /** Whether what fails from now on fails because of it. */
    boolean begun() {
        return begun;
    }

    /** Something else was said already. */
    void silent() {
        silent = true;
    }

    private void stop(LocalAws aws, Path work) {
        begun = true;
        screen.leave();
        int removed = aws.postgres().folders();
        say("Stopping the local AWS and removing " + removed + " databases and snapshots.");
        aws.close();
        say("\nStopped. Removed " + removed + " databases and snapshots. Logs: " + work.resolve("logs"));
    }

    private void say(String text) {
        if (!silent) {
            screen.say(text);
        }
    }
}
