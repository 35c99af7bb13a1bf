package io.aurorarestore.local.view;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import org.jspecify.annotations.Nullable;

/** Chooses how progress is shown. */
public final class Screens {

    private Screens() {}

    /** Drawn in place on a terminal, coloured unless {@code NO_COLOR} is set; plain lines elsewhere. */
    public static Screen of(PrintStream out) {
        return isTerminal()
                ? new Terminal(out, TerminalSize::now, coloured(System.getenv("NO_COLOR")))
                : new PlainLines(out);
    }

    /** <a href="https://no-color.org">no-color.org</a>: whatever it is set to, unless it is empty. */
    static boolean coloured(@Nullable String noColor) {
        return noColor == null || noColor.isEmpty();
    }

    /** Java itself knows only whether both input and output are a terminal, and newer versions not even that. */
    private static boolean isTerminal() {
        try {
            Process test = new ProcessBuilder("test", "-t", "1")
                    .redirectOutput(Redirect.INHERIT)
                    .start();
            return test.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
