package io.aurorarestore.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Ends processes of functions as nothing else does, by SIGKILL, after any number of AWS calls: in the middle of work. */
record FunctionKiller(LocalProgram program, UserAccount account, Random random) {

    private static final List<String> MORTAL = List.of("inbox", "database");
    private static final int MOST_CALLS = 80;
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration A_MOMENT = Duration.ofMillis(20);
    private static final String IN_THE_MIDDLE = "exit status 137";

    /** Kills one function, if there is one, after some more calls were made, or once there is nothing more to do. */
    void killOne(BooleanSupplier over) {
        int enough = calls() + 1 + random.nextInt(MOST_CALLS);
        long end = System.nanoTime() + LONGEST.toNanos();
        while (calls() < enough && System.nanoTime() < end) {
            LockSupport.parkNanos(A_MOMENT.toNanos());
        }
        if (over.getAsBoolean()) {
            return;
        }
        List<ProcessHandle> functions =
                program.processes().stream().filter(FunctionKiller::isMortal).toList();
        if (!functions.isEmpty()) {
            functions.get(random.nextInt(functions.size())).destroyForcibly();
        }
    }

    private int calls() {
        int all = 0;
        for (JsonNode service : account.local("/_local/calls")) {
            for (JsonNode count : service) {
                all += count.asInt();
            }
        }
        return all;
    }

    /** How many died while they worked on something. */
    long hits() {
        return program.output().split(IN_THE_MIDDLE, -1).length - 1L;
    }

    private static boolean isMortal(ProcessHandle process) {
        String environment = environment(process);
        return MORTAL.stream().anyMatch(name -> environment.contains("QUARKUS_LAMBDA_HANDLER=" + name));
    }

    /** Nothing, of a process that has just ended. */
    private static String environment(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(process.pid()), "environ"));
        } catch (IOException e) {
            return "";
        }
    }
}
