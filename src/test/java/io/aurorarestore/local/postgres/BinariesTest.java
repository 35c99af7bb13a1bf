package io.aurorarestore.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class BinariesTest {

    @Test
    void each_machine_gets_the_archive_that_is_for_it() throws IOException {
        assertThat(Binaries.archive("Linux", "amd64")).isEqualTo("postgres-linux-x86_64.txz");
        assertThat(Binaries.archive("Linux", "aarch64")).isEqualTo("postgres-linux-arm_64.txz");
        assertThat(Binaries.archive("Mac OS X", "aarch64")).isEqualTo("postgres-darwin-arm_64.txz");
    }

    @Test
    void another_machine_is_refused_in_one_line() {
        assertThatThrownBy(() -> Binaries.archive("Windows 11", "amd64"))
                .hasMessageContaining("Windows 11 on amd64")
                .hasMessageContaining("Linux");
    }

    @Test
    void of_what_postgresql_says_the_line_is_told_that_says_why_it_gave_up() {
        assertThat(Installation.lastError(
                        "starting\ninitdb: error: could not write: No space left on device\nremoving"))
                .isEqualTo("error: could not write: No space left on device");
        assertThat(Installation.lastError("2026-11-29 19:22:14.618 UTC [15179] PANIC:  could not write to file \"x\""))
                .isEqualTo("PANIC: could not write to file \"x\"");
        assertThat(Installation.lastError("""
                        2026-11-30 15:14:10.618 UTC [15179] FATAL:  recovery ended before configured recovery target was reached
                        2026-11-30 15:14:10.620 UTC [15201] FATAL:  the database system is not accepting connections
                        """))
                .isEqualTo("FATAL: recovery ended before configured recovery target was reached");
        assertThat(Installation.lastError("what else")).isEqualTo("what else");
    }
}
