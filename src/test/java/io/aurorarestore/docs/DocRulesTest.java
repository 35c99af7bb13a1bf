package io.aurorarestore.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocRulesTest {

    private final BlockRules rules = new BlockRules();

    static List<DocPage> pages() {
        return DocPage.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void no_command_of_the_documentation_hides_from_being_run(DocPage page) {
        assertThat(rules.problems(page)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "console", "shell", "zsh"})
    void a_shell_by_another_name_is_to_be_tagged_sh(String tag) {
        assertThat(problems("```" + tag + "\nls\n```"))
                .singleElement()
                .asString()
                .contains("page.md:1: tag it sh");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "```text\ncurl localhost:8080/restores\n```",
                "```\naws rds describe-db-clusters\n```",
                "```text\nsam deploy\naws rds describe-db-clusters\n```",
                "```text\n$ anything\n```",
                "    aws rds describe-db-clusters",
                "```sh\ntrue\n```\n\n```text\naws rds describe-db-clusters\n```",
            })
    void a_command_in_a_block_that_is_not_run_is_found(String markdown) {
        assertThat(problems(markdown)).singleElement().asString().contains("not tagged sh");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "```text\nsam deploy --guided\n```",
                "```text\naws --profile production rds describe-db-clusters \\\n  --region us-east-1\n```",
                "```text\nQUEUED -> RUNNING\nRUNNING -> DONE\n```",
                "```json\n{}\n```",
                "    an indented example",
                "```sh\ncurl localhost:8080/restores\n```",
                "    ./mvnw verify -Dit.test=DocCommandsIT   # a comment",
                "`./mvnw -Plocal -Dlocal.exit=true`",
            })
    void what_is_run_and_what_cannot_be_is_left_alone(String markdown) {
        assertThat(problems(markdown)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "    ./mvnw -Pnowhere",
                "    ./mvnw verfiy",
                "    ./mvnw nothing:apply",
                "`./mvnw -Plocal -Dlocal.nothing=1`",
                "    ./mvnw verify -Dit.test=NeverWrittenIT",
                "```sh\n./mvnw --frobnicate\n```",
            })
    void a_maven_command_that_the_build_does_not_know_is_found(String markdown) {
        assertThat(problems(markdown)).anyMatch(problem -> problem.contains("the build does not know"));
    }

    @Test
    void an_option_of_the_local_aws_that_there_is_not_is_found_wherever_it_is_named() {
        assertThat(problems("| `-Dlocal.sped=N` | faster |"))
                .containsExactly("page.md: the local AWS has no option local.sped");
    }

    private List<String> problems(String markdown) {
        return rules.problems(DocPage.of(Path.of("page.md"), markdown));
    }
}
