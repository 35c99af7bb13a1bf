package io.aurorarestore.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every link of the documentation within the repository leads somewhere. */
class LinksTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    static List<DocPage> pages() {
        return DocPage.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_link_leads_to_a_file_and_to_a_heading_of_it(DocPage page) {
        assertThat(dead(page.path(), page.text())).isEmpty();
    }

    @Test
    void a_link_to_what_there_is_not_is_found() {
        String text =
                "[a](LICENSE) [b](NOTHING.md) [c](README.md#a-request) [d](README.md#nothing) [e](#here)\n# Here\n";

        assertThat(dead(Path.of("page.md"), text)).containsExactly("NOTHING.md", "README.md#nothing");
    }

    private static List<String> dead(Path page, String text) {
        return LINK.matcher(FENCED.matcher(text).replaceAll(""))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.matches("[a-z]+:.*"))
                .filter(link -> !leads(page, text, link))
                .toList();
    }

    private static boolean leads(Path page, String text, String link) {
        String[] parts = link.split("#", 2);
        Path file = Optional.ofNullable(page.getParent()).orElse(Path.of("")).resolve(parts[0]);
        if (!parts[0].isEmpty() && !Files.exists(file)) {
            return false;
        }
        return parts.length == 1
                || anchors(parts[0].isEmpty() ? text : read(file)).anyMatch(parts[1]::equals);
    }

    /** As GitHub names headings. */
    private static Stream<String> anchors(String text) {
        return HEADING.matcher(FENCED.matcher(text).replaceAll(""))
                .results()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N}\\s_-]", "").replace(' ', '-'));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
