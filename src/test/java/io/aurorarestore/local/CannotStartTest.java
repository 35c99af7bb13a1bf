package io.aurorarestore.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.aurorarestore.local.front.PortTakenException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CannotStartTest {

    private static final Path WORK = Path.of("target/local");

    @Test
    void a_full_disk_is_named_with_the_file_or_the_folder() {
        assertThat(sentence(new FileSystemException("target/local/x", null, "No space left on device")))
                .isEqualTo("target/local/x: No space left on device");
        assertThat(sentence(new IOException("No space left on device")))
                .isEqualTo("No space left on device (its files are in target/local)");
    }

    @Test
    void a_folder_that_cannot_be_written_is_named_with_the_reason() {
        assertThat(sentence(new AccessDeniedException("target/local"))).isEqualTo("target/local: permission denied");
    }

    @Test
    void a_file_where_a_folder_should_be_is_named(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("local"), "");
        Throwable thrown = catchThrowable(() -> Files.createDirectories(file));

        assertThat(sentence(thrown)).isEqualTo(file + ": it is there, and is no folder");
    }

    @Test
    void a_port_that_is_taken_is_named_with_the_option() {
        assertThat(sentence(new PortTakenException(4566, "-Dlocal.port", new BindException("Address already in use"))))
                .contains("4566", "-Dlocal.port");
    }

    @Test
    void what_happened_on_another_thread_is_told_in_one_line() {
        Throwable cause = new SQLException("PostgreSQL does not start\nDETAIL: more");

        assertThat(sentence(new ExecutionException(new UncheckedIOException(new IOException("a\nb")))))
                .isEqualTo("a (its files are in target/local)");
        assertThat(sentence(new ExecutionException(cause))).isEqualTo("PostgreSQL does not start");
    }

    @Test
    void a_defect_is_no_sentence() {
        assertThat(CannotStart.sentence(new IllegalStateException("defect"), WORK))
                .isEmpty();
    }

    private static String sentence(Throwable thrown) {
        return CannotStart.sentence(thrown, WORK).orElseThrow();
    }
}
