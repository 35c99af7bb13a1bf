package io.aurorarestore.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignCommandsTest {

    private CommandLineTools tools;

    @BeforeEach
    void needsTheCli(@TempDir Path folder) throws Exception {
        tools = CommandLineTools.in(folder, AwsCli.found());
        tools.assumeAws("commands for another account");
    }

    @ParameterizedTest
    @CsvSource({
        "rds describe-clusters, argument operation",
        "rds describe-db-clusters --cluster x, Unknown options: --cluster",
        "rds add-tags-to-resource --resource-name x, --tags",
        "events put-events --entries file://nowhere.json, nowhere.json",
        "sns subscribe --topic-arn, --topic-arn: expected one argument",
    })
    void a_command_for_another_account_is_at_least_one_that_exists(String command, String problem) throws Exception {
        assertThat(problems(command)).singleElement().asString().contains("aws --profile production", problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rds describe-db-clusters --db-cluster-identifier orders",
                "dynamodb put-item --table-name AuroraRestoreConfig --item file://deploy/profile.json",
                "sqs get-queue-url --queue-name orders --region us-west-2",
            })
    void one_that_exists_is_left_alone(String command) throws Exception {
        assertThat(problems(command)).isEmpty();
    }

    private List<String> problems(String command) throws Exception {
        String page = "```text\nsam deploy\naws --profile production " + command + "\n```";
        return new ForeignCommands(tools).problems(ForeignCommands.of(DocPage.of(Path.of("page.md"), page)));
    }
}
