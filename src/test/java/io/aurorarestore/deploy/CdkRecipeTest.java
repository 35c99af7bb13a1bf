package io.aurorarestore.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aurorarestore.docs.CodeBlock;
import io.aurorarestore.docs.DocPage;
import io.aurorarestore.local.template.Resource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the documentation has for the CDK. Where the CDK is in {@code target/cdk}, TypeScript compiles it and the CDK makes
 * a template of it: {@code npm install --prefix target/cdk aws-cdk-lib constructs typescript @types/node}.
 */
class CdkRecipeTest {

    private static final Path TOOLS = Path.of("target/cdk/node_modules");
    private static final Pattern PARAMETERS = Pattern.compile("parameters: \\{([^}]*)}");
    private static final Pattern KEY = Pattern.compile("(\\w+):");

    @TempDir
    private Path work;

    @Test
    void the_parameters_it_passes_are_the_templates() {
        Set<String> passed = shown().stream()
                .flatMap(code -> PARAMETERS.matcher(code).results())
                .flatMap(found -> KEY.matcher(found.group(1)).results())
                .map(key -> key.group(1))
                .collect(Collectors.toSet());

        assertThat(passed)
                .isNotEmpty()
                .isSubsetOf(DeployTemplate.of(DeployTemplate.SERVICE)
                        .section("Parameters")
                        .keySet());
    }

    @Test
    void typescript_compiles_it_and_the_cdk_makes_what_is_imported_where_they_are_installed()
            throws IOException, InterruptedException {
        assumeTrue(
                Files.isDirectory(TOOLS.resolve("aws-cdk-lib")) && CfnLintTest.onPath("node"),
                "the CDK is not in target/cdk: its check is left out");
        Files.createSymbolicLink(work.resolve("node_modules"), TOOLS.toAbsolutePath());
        List<String> files = new ArrayList<>();
        for (String code : shown()) {
            files.add("shown" + files.size() + ".ts");
            Files.writeString(work.resolve(files.get(files.size() - 1)), code + made(code));
        }

        List<String> compile =
                new ArrayList<>(List.of("node_modules/typescript/bin/tsc", "--strict", "--skipLibCheck"));
        compile.addAll(List.of("--target", "es2022", "--module", "nodenext", "--types", "node"));
        compile.addAll(files);
        node(compile);

        Map<String, Object> made = Resource.asMap(new JsonMapper()
                .readValue(node(List.of(files.get(files.size() - 1).replace(".ts", ".js"))), Map.class)
                .get("Resources"));
        assertThat(made)
                .isEqualTo(
                        DeployTemplate.of(Path.of("deploy/import/orders.yaml")).section("Resources"));
    }

    private static String made(String code) {
        return code.contains("class Orders ") ? """

                import { App } from 'aws-cdk-lib';
                const app = new App({ analyticsReporting: false });
                new Orders(app, 'orders');
                console.log(JSON.stringify(app.synth().getStackByName('orders').template));
                """ : "";
    }

    private static List<String> shown() {
        return DocPage.all().stream()
                .flatMap(page -> page.blocks().stream())
                .filter(block -> block.tag().equals("ts"))
                .map(CodeBlock::text)
                .toList();
    }

    private String node(List<String> words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node"));
        command.addAll(words);
        Path said = work.resolve("said");
        int status = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        String output = Files.readString(said, StandardCharsets.UTF_8);
        assertThat(status).as(output).isZero();
        return output;
    }
}
