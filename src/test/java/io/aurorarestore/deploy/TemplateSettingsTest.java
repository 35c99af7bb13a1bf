package io.aurorarestore.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.app.config.ServiceConfig;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The template sets what the code reads, and nothing else. */
class TemplateSettingsTest {

    private static final String PREFIX = "AURORA_RESTORE_";

    /** Names a file, which only a layer can bring: who needs it adds both. */
    private static final Set<String> LEFT_OUT = Set.of(PREFIX + "TLS_CA");

    private static final Pattern HANDLER = Pattern.compile("@Named\\(\"(\\w+)\"\\)");

    private final WholeTemplate template = new WholeTemplate();

    @Test
    void every_setting_of_the_service_is_set_by_the_template_and_there_is_no_other() {
        Set<String> set = new TreeSet<>(LEFT_OUT);
        template.functions().stream()
                .flatMap(function -> WholeTemplate.variables(function).keySet().stream())
                .filter(name -> name.startsWith(PREFIX))
                .forEach(set::add);

        assertThat(set).isEqualTo(settings(PREFIX, ServiceConfig.class).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Stream<String> settings(String prefix, Class<?> mapping) {
        return Stream.of(mapping.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .flatMap(method -> settings(prefix, method));
    }

    private static Stream<String> settings(String prefix, Method method) {
        String name = prefix + method.getName().replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
        return method.getReturnType().getEnclosingClass() == ServiceConfig.class
                ? settings(name + "_", method.getReturnType())
                : Stream.of(name);
    }

    @Test
    void every_handler_of_the_service_is_a_function_and_there_is_no_other() throws IOException {
        assertThat(template.functions())
                .extracting(function -> WholeTemplate.variables(function).get("QUARKUS_LAMBDA_HANDLER"))
                .containsExactlyInAnyOrderElementsOf(handlers());
    }

    private static Set<Object> handlers() throws IOException {
        Set<Object> names = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                HANDLER.matcher(Files.readString(source)).results().forEach(match -> names.add(match.group(1)));
            }
        }
        return names;
    }
}
