package io.aurorarestore.local.lambda;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A packaged function, unpacked: what Lambda finds in {@code /var/task}.
 *
 * @param folder where it was unpacked
 * @param options of Java, which a native executable takes too
 */
public record FunctionPackage(Path folder, List<String> options) {

    private static final String BOOTSTRAP = "bootstrap";

    /**
     * Unpacks a {@code function.zip}, or takes a native executable as the package's {@code bootstrap}.
     *
     * @param folder emptied by the caller
     */
    public static FunctionPackage unpack(Path file, Path folder) throws IOException {
        Files.createDirectories(folder);
        if (file.toString().endsWith(".zip")) {
            unzip(file, folder);
        } else {
            Files.copy(file, folder.resolve(BOOTSTRAP));
        }
        Path bootstrap = folder.resolve(BOOTSTRAP);
        if (Files.exists(bootstrap) && !bootstrap.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + bootstrap + " executable");
        }
        FunctionPackage unpacked = new FunctionPackage(folder, List.of());
        if (!unpacked.isNative()) {
            ManagedRuntime.install(folder);
        }
        return unpacked;
    }

    /**
     * Knows the hosts of a file, read anew at each look-up, and no name server.
     *
     * @see <a href="https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/net/doc-files/net-properties.html">
     *     jdk.net.hosts.file</a>
     */
    public FunctionPackage resolvingBy(Path hosts) {
        return new FunctionPackage(folder, List.of("-Djdk.net.hosts.file=" + hosts));
    }

    private static void unzip(Path file, Path folder) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path to = folder.resolve(entry.getName()).normalize();
                if (to.startsWith(folder) && !entry.isDirectory()) {
                    Files.createDirectories(to.getParent());
                    Files.copy(zip, to);
                }
            }
        }
    }

    public boolean isNative() {
        return Files.exists(folder.resolve(BOOTSTRAP));
    }

    /**
     * Starts a process of a function.
     *
     * @param runtimeApi HOST:PORT
     */
    Process start(FunctionSettings function, String runtimeApi) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(function.handler()))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectOutput(Redirect.appendTo(function.log().toFile()));
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(Set.of("PATH"));
        environment.putAll(function.environment());
        environment.put("LAMBDA_TASK_ROOT", folder.toString());
        environment.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
        return builder.start();
    }

    private List<String> command(String handler) {
        if (!isNative()) {
            return ManagedRuntime.command(folder, options, handler);
        }
        return Stream.concat(Stream.of(folder.resolve(BOOTSTRAP).toString()), options.stream())
                .toList();
    }
}
