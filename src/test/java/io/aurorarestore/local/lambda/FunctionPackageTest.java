package io.aurorarestore.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(600)
class FunctionPackageTest {

    private static final String HANDLER = EchoHandler.class.getName();

    @TempDir
    Path folder;

    private Path to;

    @BeforeEach
    void choose() {
        to = folder.resolve("function");
    }

    @Test
    void a_zip_without_a_bootstrap_runs_in_the_managed_runtime() throws IOException {
        byte[] handler = bytesOf(EchoHandler.class);
        FunctionPackage code = FunctionPackage.unpack(zip(HANDLER.replace('.', '/') + ".class", handler), to);

        try (LambdaFunction function = function(code)) {
            InvocationResult result =
                    Stage.invoke(function, "{\"hello\":\"world\"}").join();

            assertThat(result.text()).isEqualTo("{\"hello\":\"world\"}");
            assertThat(result.failed()).isFalse();
        }
        assertThat(code.isNative()).isFalse();
    }

    @Test
    void an_error_of_the_managed_runtime_at_init_names_the_missing_handler() throws IOException {
        FunctionPackage code = FunctionPackage.unpack(zip("readme.txt", new byte[0]), to);

        try (LambdaFunction function = function(code)) {
            InvocationResult result = Stage.invoke(function, "{}").join();

            assertThat(result.failed()).isTrue();
            assertThat(result.text()).contains(HANDLER);
        }
    }

    @Test
    void the_bootstrap_of_a_zip_becomes_executable() throws IOException {
        FunctionPackage code = FunctionPackage.unpack(zip("bootstrap", "#!/bin/sh".getBytes(UTF_8)), to);

        assertThat(code.isNative()).isTrue();
        assertThat(to.resolve("bootstrap")).isExecutable();
    }

    @Test
    void an_executable_becomes_the_bootstrap() throws IOException {
        FunctionPackage code = FunctionPackage.unpack(Files.writeString(folder.resolve("runner"), "#!/bin/sh"), to);

        assertThat(code.isNative()).isTrue();
        assertThat(to.resolve("bootstrap")).isExecutable().hasContent("#!/bin/sh");
    }

    @Test
    void nothing_of_a_zip_leaves_the_folder() throws IOException {
        FunctionPackage.unpack(zip("../outside", new byte[0]), to);

        assertThat(folder.resolve("outside")).doesNotExist();
    }

    @Test
    void a_process_sees_the_functions_environment_and_nothing_of_ours() throws Exception {
        Path script = Files.writeString(folder.resolve("runner"), "#!/bin/sh\nexec env\n");
        FunctionPackage code = FunctionPackage.unpack(script, to);

        code.start(settings(), "127.0.0.1:9").waitFor();

        assertThat(Files.readAllLines(folder.resolve("log")))
                .contains("WHO=me", "AWS_LAMBDA_RUNTIME_API=127.0.0.1:9", "LAMBDA_TASK_ROOT=" + to)
                .noneMatch(line -> line.startsWith("HOME=") || line.startsWith("JAVA_HOME="));
    }

    @Test
    void a_native_executable_is_told_the_hosts_file_as_a_jvm_is() throws Exception {
        Path hosts = folder.resolve("hosts");
        Path script = Files.writeString(folder.resolve("runner"), "#!/bin/sh\necho $@\n");

        FunctionPackage.unpack(script, to)
                .resolvingBy(hosts)
                .start(settings(), "127.0.0.1:9")
                .waitFor();

        assertThat(folder.resolve("log")).hasContent("-Djdk.net.hosts.file=" + hosts);
    }

    private LambdaFunction function(FunctionPackage code) {
        return new LambdaFunction(settings(), code, 1, notice -> {});
    }

    private FunctionSettings settings() {
        Map<String, String> environment =
                Map.of("WHO", "me", "AWS_LAMBDA_FUNCTION_NAME", "echo", "AWS_REGION", "us-east-1", "_HANDLER", HANDLER);
        return new FunctionSettings(
                "echo", Stage.ARN, HANDLER, false, Duration.ofMinutes(5), environment, folder.resolve("log"));
    }

    private Path zip(String name, byte[] content) throws IOException {
        Path zip = folder.resolve("function.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry(name));
            out.write(content);
        }
        return zip;
    }

    private static byte[] bytesOf(Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
            return in.readAllBytes();
        }
    }
}
