package io.aurorarestore.local.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How to run PostgreSQL's programs, which refuse to run as root: in a user namespace where they are nobody special. */
record Unprivileged(List<String> prefix) {

    private static final List<String> NAMESPACE = List.of("unshare", "-U");

    static Unprivileged find() throws IOException, InterruptedException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new Unprivileged(List.of());
        }
        if (!succeeds(NAMESPACE)) {
            throw new IOException("PostgreSQL does not run as root, and 'unshare -U' is not permitted here: "
                    + "run the local AWS as another user");
        }
        return new Unprivileged(NAMESPACE);
    }

    private static boolean succeeds(List<String> prefix) throws InterruptedException {
        List<String> command = new ArrayList<>(prefix);
        command.add("true");
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    ProcessBuilder process(Path program, List<String> arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(program.toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        return builder;
    }
}
