package io.aurorarestore.local;

import java.nio.file.Path;

/** Where tests keep what is slow to make. JVMs that run tests side by side have one each. */
public final class WorkFolder {

    private static final Path OF_THIS_JVM = Path.of("target", "local-test", System.getProperty("test.jvm", "jvm-1"));

    private WorkFolder() {}

    public static Path of(String name) {
        return OF_THIS_JVM.resolve(name);
    }
}
