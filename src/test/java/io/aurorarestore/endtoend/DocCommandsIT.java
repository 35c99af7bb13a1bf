package io.aurorarestore.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.docs.AwsCli;
import io.aurorarestore.docs.CommandLineTools;
import io.aurorarestore.docs.DocPage;
import io.aurorarestore.docs.ForeignCommands;
import io.aurorarestore.docs.PageRun;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every command of the documentation, as printed, against one local AWS. The only thing replaced is the ports 4566 and
 * 8080, by those that are free here. What needs the AWS CLI is skipped where there is none, see {@link AwsCli}.
 */
class DocCommandsIT {

    @TempDir
    private static Path work;

    private static LocalProgram program;
    private static UserAccount account;
    private static CommandLineTools tools;

    @BeforeAll
    static void serve() throws Exception {
        tools = CommandLineTools.in(work.resolve("bin"), AwsCli.found());
        program = LocalProgram.startAgain(work.resolve("local"), "-Dlocal.request=none", "-Dlocal.speed=400");
        account = program.account();
    }

    @AfterAll
    static void end() {
        program.close();
    }

    static List<DocPage> pages() {
        return DocPage.all().stream().filter(page -> !page.steps().isEmpty()).toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_command_of_a_page_does_what_the_page_says(DocPage page, @TempDir Path scratch) throws Exception {
        new PageRun(page, scratch, tools).run(DocCommandsIT::withPortsOfThisTest);
    }

    static List<DocPage> pagesForOtherAccounts() {
        return DocPage.all().stream()
                .filter(page -> !ForeignCommands.of(page).isEmpty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pagesForOtherAccounts")
    void every_command_for_another_account_is_one_that_the_cli_knows(DocPage page) throws Exception {
        tools.assumeAws(page);

        assertThat(new ForeignCommands(tools).problems(ForeignCommands.of(page)))
                .isEmpty();
    }

    private static String withPortsOfThisTest(String commands) {
        return commands.replaceAll("\\b4566\\b", port(account.endpoint()))
                .replaceAll("\\b8080\\b", port(account.api()));
    }

    private static String port(String address) {
        return String.valueOf(URI.create(address).getPort());
    }
}
