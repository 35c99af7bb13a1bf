package io.aurorarestore.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aurorarestore.docs.CodeBlock;
import io.aurorarestore.docs.DocPage;
import io.aurorarestore.local.template.Resource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Terraform module has the template's parameters, and Terraform takes it where it is installed. */
class TerraformModuleTest {

    private static final Path MODULE = Path.of("deploy/terraform");
    private static final String LIST = "CommaDelimitedList";
    private static final Map<String, String> TYPES = Map.of("Number", "number", LIST, "list(string)");

    private final Map<String, Object> parameters =
            DeployTemplate.of(DeployTemplate.SERVICE).section("Parameters");

    @TempDir
    private Path work;

    @Test
    void it_has_each_parameter_of_the_template_as_a_variable() throws IOException {
        String variables = parameters.entrySet().stream()
                .map(one -> variable(one.getKey(), Resource.asMap(one.getValue())))
                .collect(Collectors.joining("\n"));

        assertThat(Files.readString(MODULE.resolve("variables.tf"))).endsWith("default.\n\n" + variables);
    }

    @Test
    void it_passes_each_variable_as_its_parameter() throws IOException {
        int width = parameters.keySet().stream().mapToInt(String::length).max().orElseThrow();
        String passed = parameters.entrySet().stream()
                .map(one -> "    %s = %s\n"
                        .formatted(
                                one.getKey() + " ".repeat(width - one.getKey().length()),
                                value(one.getKey(), Resource.asMap(one.getValue()))))
                .collect(Collectors.joining());

        assertThat(Files.readString(MODULE.resolve("main.tf"))).contains("  parameters = {\n" + passed + "  }\n");
    }

    @Test
    void terraform_validates_and_tests_it_where_it_is_installed_with_its_provider()
            throws IOException, InterruptedException {
        copy(MODULE, work);
        copy(Path.of("src/test/terraform"), work);
        begin();

        run("fmt", "-check", "-diff");
        run("validate");
        run("test", "-test-directory=.");
    }

    @Test
    void terraform_validates_what_the_documentation_shows_where_it_is_installed_with_its_provider()
            throws IOException, InterruptedException {
        List<String> shown = DocPage.all().stream()
                .flatMap(page -> page.blocks().stream())
                .filter(block -> block.tag().equals("hcl"))
                .map(CodeBlock::text)
                .toList();
        assertThat(shown).isNotEmpty();
        copy(MODULE, work.resolve(MODULE));
        Files.writeString(work.resolve("main.tf"), String.join("\n", shown));
        begin();

        run("fmt", "-check", "-diff", "main.tf");
        run("validate");
    }

    private static String variable(String name, Map<String, Object> parameter) {
        return "variable \"%s\" {\n  description = \"%s\"\n  type        = %s\n%s}\n"
                .formatted(
                        variableOf(name),
                        parameter.get("Description").toString().strip(),
                        TYPES.getOrDefault(parameter.get("Type").toString(), "string"),
                        parameter.containsKey("Default") ? "  default     = null\n" : "");
    }

    private static String value(String name, Map<String, Object> parameter) {
        String variable = "var." + variableOf(name);
        return LIST.equals(parameter.get("Type"))
                ? variable + " == null ? null : join(\",\", " + variable + ")"
                : variable;
    }

    private static String variableOf(String parameter) {
        return parameter.replaceAll("(?<=[a-z0-9])([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** Without Terraform, or without a way to its provider, the rest is left out. */
    private void begin() throws IOException, InterruptedException {
        assumeTrue(CfnLintTest.onPath("terraform"), "terraform is not on the PATH: its checks are left out");
        assumeTrue(
                terraform("init", "-backend=false").waitFor() == 0,
                "terraform cannot get the provider hashicorp/aws: its checks are left out");
    }

    private void run(String... words) throws IOException, InterruptedException {
        Process running = terraform(words);
        assertThat(running.waitFor())
                .as(Files.readString(work.resolve("said"), StandardCharsets.UTF_8))
                .isZero();
    }

    private Process terraform(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("terraform"));
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("said").toFile())
                .start();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName().toString()));
            }
        }
    }
}
