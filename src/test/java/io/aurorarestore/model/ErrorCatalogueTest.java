package io.aurorarestore.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/errors.md} is made of the catalogue: {@code -Derrors.write=true} writes it anew. */
class ErrorCatalogueTest {

    private static final Path PAGE = Path.of("docs/errors.md");

    @Test
    void the_page_of_errors_is_that_of_the_catalogue() throws IOException {
        if (Boolean.getBoolean("errors.write")) {
            Files.writeString(PAGE, page());
        }

        assertThat(Files.readString(PAGE)).isEqualTo(page());
    }

    @Test
    void every_code_says_what_to_do() {
        assertThat(FailureCode.values()).allSatisfy(code -> {
            assertThat(code.advice()).endsWith(".");
            assertThat(code.httpStatus()).isBetween(400, 599);
        });
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Errors

                Every failure has one of these codes, in announcements, audit entries and the HTTP API's problem documents. A code
                never changes its meaning.
                """);
        for (FailureCode.Area area : FailureCode.Area.values()) {
            page.append("\n## %s\n\n| code | HTTP | what to do |\n|---|---|---|\n".formatted(area.title()));
            Stream.of(FailureCode.values())
                    .filter(code -> code.area() == area)
                    .forEach(code ->
                            page.append("| `%s` | %d | %s |\n".formatted(code, code.httpStatus(), code.advice())));
        }
        return page.toString();
    }
}
