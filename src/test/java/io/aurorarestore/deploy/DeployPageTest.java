package io.aurorarestore.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aurorarestore.json.ProfileReader;
import io.aurorarestore.local.template.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the deployment guide says of the template. */
class DeployPageTest {

    private static final Pattern OVERRIDE = Pattern.compile("\\b([A-Z][A-Za-z]+)=");
    private static final Pattern CODE = Pattern.compile("`([A-Za-z]+)`");

    private final String page = read("docs/deploy.md");
    private final DeployTemplate template = DeployTemplate.of(DeployTemplate.SERVICE);

    @Test
    void every_parameter_is_in_the_table_with_its_default_and_description() {
        assertThat(page).contains(table());
    }

    private String table() {
        return "| parameter | default | meaning |\n|---|---|---|\n"
                + template.section("Parameters").entrySet().stream()
                        .map(one -> row(one.getKey(), Resource.asMap(one.getValue())))
                        .collect(Collectors.joining());
    }

    private static String row(String name, Map<String, Object> parameter) {
        String value = String.valueOf(parameter.getOrDefault("Default", ""));
        return "| `" + name + "` | " + (value.isEmpty() ? "" : "`" + value + "`") + " | "
                + parameter.get("Description").toString().strip() + " |\n";
    }

    /** Whatever stood there would permit somebody's production. */
    @Test
    void every_parameter_has_a_default_but_that_of_what_may_be_replaced() {
        assertThat(template.section("Parameters").entrySet())
                .filteredOn(one -> !Resource.asMap(one.getValue()).containsKey("Default"))
                .extracting(Map.Entry::getKey)
                .containsExactly("TargetPattern");
    }

    @Test
    void every_output_is_in_the_table() {
        String table = page.substring(page.indexOf("| output |"), page.indexOf("## Who may call"));
        Set<String> named = CODE.matcher(table)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).isEqualTo(new TreeSet<>(template.section("Outputs").keySet()));
    }

    @Test
    void every_alarm_that_is_named_exists() {
        List<String> alarms = new WholeTemplate()
                .all("AWS::CloudWatch::Alarm").stream()
                        .map(alarm -> alarm.text("AlarmName"))
                        .toList();
        String watching = read("docs/watch.md");
        String table = watching.substring(watching.indexOf("| metric"), watching.indexOf("Three more alarms"));

        Set<String> named = Pattern.compile("`(aurora-restore-[a-z-]+)`")
                .matcher(table)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        assertThat(alarms).hasSize(named.size() + 3).containsAll(named);
    }

    @Test
    void the_example_configuration_sets_parameters_that_there_are() {
        assertThat(OVERRIDE.matcher(read("deploy/samconfig.toml")).results().map(match -> match.group(1)))
                .isNotEmpty()
                .isSubsetOf(template.section("Parameters").keySet());
    }

    @Test
    void the_example_profile_is_one() throws JsonProcessingException {
        String settings = new JsonMapper()
                .readTree(read("deploy/profile.json"))
                .at("/settings/S")
                .asText();

        assertThat(ProfileReader.read(settings).allowedTargets()).contains(List.of("orders-staging"));
    }

    private static String read(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
