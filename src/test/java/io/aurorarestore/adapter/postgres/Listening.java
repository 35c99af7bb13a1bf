package io.aurorarestore.adapter.postgres;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Hears what is logged, by whomever, or printed. */
final class Listening extends Handler {

    private final Queue<String> heard = new ConcurrentLinkedQueue<>();

    private Listening() {}

    static String during(Runnable work) {
        Listening listening = new Listening();
        Logger all = Logger.getLogger("");
        PrintStream errors = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Level before = all.getLevel();
        Handler[] others = all.getHandlers();
        for (Handler other : others) {
            all.removeHandler(other);
        }
        all.addHandler(listening);
        all.setLevel(Level.FINE);
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setErr(errors);
            all.removeHandler(listening);
            for (Handler other : others) {
                all.addHandler(other);
            }
            all.setLevel(before);
        }
        return String.join("\n", listening.heard) + printed.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void publish(LogRecord line) {
        heard.add(line.getLoggerName() + " " + line.getMessage() + " "
                + (line.getThrown() == null ? "" : line.getThrown()));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
