package io.aurorarestore.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;

class PageRunTest {

    @TempDir
    private Path work;

    @Test
    void blocks_share_what_they_export_and_begin_at_the_root_of_the_repository() throws Exception {
        run("```sh\nexport THERE=pom.xml\n```\n\n```sh\ntest -f \"$THERE\"\n```\n");
    }

    @Test
    void a_failing_command_is_shown_with_its_exit_code_and_output() {
        assertThatThrownBy(() -> run("```sh\necho said\necho complained >&2\n(exit 7)\necho never\n```\n"))
                .hasMessageContaining("page.md:1: exit 7 of\n")
                .hasMessageContaining("exit 7")
                .hasMessageContaining("out: said")
                .hasMessageContaining("err: complained");
    }

    @Test
    void the_first_command_of_a_pipe_may_not_fail_either() {
        assertThatThrownBy(() -> run("```sh\nfalse | true\n```\n")).isInstanceOf(AssertionError.class);
    }

    @Test
    void a_block_that_is_no_shell_script_fails() {
        assertThatThrownBy(() -> run("```sh\nif\n```\n")).hasMessageContaining("page.md:1");
    }

    @Test
    void maven_commands_are_left_out() throws Exception {
        run("```sh\n./mvnw -Plocal\n```\n");
    }

    @Test
    void the_json_that_is_shown_is_compared_by_its_fields() throws Exception {
        run(answering("{\"id\": \"1\", \"steps\": [{\"name\": \"a\"}]}", "{\"steps\": [{\"name\": \"…\"}]}"));
        assertThatThrownBy(() -> run(answering("{\"id\": \"1\"}", "{\"restoreId\": \"1\"}")))
                .hasMessageContaining(".restoreId");
        assertThatThrownBy(() -> run(answering("no JSON", "{}"))).hasMessageContaining("answers no JSON");
        assertThatThrownBy(() -> run(answering("{}", "{no JSON"))).hasMessageContaining("page.md:5 is no JSON");
    }

    @Test
    void an_event_that_the_bus_refused_fails_the_page() {
        assertThatThrownBy(() -> run("```sh\necho '{\"FailedEntryCount\": 1}'\n```\n"))
                .hasMessageContaining("FailedEntryCount");
    }

    @ParameterizedTest
    @ValueSource(strings = {"curl", "curl -i", "curl -f", "curl -sS"})
    void a_request_that_is_answered_by_an_error_fails_the_page(String curl) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/good", exchange -> answer(exchange, 200));
        server.createContext("/bad", exchange -> answer(exchange, 409));
        server.start();
        String request = "```sh\n" + curl + " localhost:" + server.getAddress().getPort();
        try {
            run(request + "/good\n```\n");
            assertThatThrownBy(() -> run(request + "/bad\n```\n")).hasMessageContaining("exit 22");
        } finally {
            server.stop(0);
        }
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Test
    void no_command_sees_credentials_of_this_machine() throws Exception {
        run("```sh\ntest -z \"${AWS_ACCESS_KEY_ID:-}\"\ntest ! -e \"$AWS_SHARED_CREDENTIALS_FILE\"\n```\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void nothing_is_reached_beyond_this_machine(String scheme) {
        assertThatThrownBy(() -> run("```sh\ncurl " + scheme + "://rds.us-east-1.amazonaws.com\n```\n"))
                .hasMessageContaining("exit 7 ")
                .hasMessageContaining("127.0.0.1");
    }

    @Test
    void without_an_aws_cli_its_blocks_are_left_out_and_the_others_run() {
        String page = "```sh\ntouch '%s'\n```\n\n```sh\naws sts get-caller-identity\n```\n";

        assertThatThrownBy(() -> run(page.formatted(work.resolve("touched"))))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("page.md: no aws on PATH, so only 1 of 2 blocks were run");
        assertThat(work.resolve("touched")).exists();
    }

    @Test
    void without_an_aws_cli_other_blocks_still_have_to_do_what_the_page_says() {
        assertThatThrownBy(() -> run("```sh\naws sts get-caller-identity\n```\n\n```sh\nfalse\n```\n"))
                .hasMessageContaining("page.md:5: exit 1 of");
    }

    @ParameterizedTest
    @CsvSource({
        "aws rds describe-db-clusters, true",
        "id=$(aws sqs get-queue-url), true",
        "true && aws sts get-caller-identity, true",
        "curl localhost:4566/_local/calls, false",
        "TOPIC=arn:aws:sns:us-east-1:123456789012:topic, false",
        "echo aws sns, false",
    })
    void a_block_needs_the_cli_if_one_of_its_commands_is_aws(String command, boolean needed) {
        assertThat(new CodeBlock(Path.of("page.md"), 1, "sh", true, false, "cd .\n" + command).needsAws())
                .isEqualTo(needed);
    }

    @Test
    void an_old_cli_is_told_the_endpoint_and_region_and_is_not_started_without() throws Exception {
        Path real = Files.createDirectories(work.resolve("real"));
        Files.writeString(real.resolve("aws"), "#!/bin/sh\necho \"$@\"\n")
                .toFile()
                .setExecutable(true);
        String path = "```sh\nPATH=\"${PATH%%%%:*}:%s:$PATH\"\n".formatted(real);
        String told = "--endpoint-url http://localhost:1 --region us-west-2 sts get-caller-identity";

        run(
                AwsCli.OLD,
                path + "export AWS_ENDPOINT_URL=http://localhost:1 AWS_REGION=us-west-2\n"
                        + "test \"$(aws sts get-caller-identity)\" = '" + told + "'\n```\n");
        assertThatThrownBy(() -> run(AwsCli.OLD, path + "aws sts get-caller-identity\n```\n"))
                .hasMessageContaining("AWS_ENDPOINT_URL: is not exported");
    }

    private static String answering(String answer, String shown) {
        return "```sh\necho '" + answer + "'\n```\n\n```json\n" + shown + "\n```\n";
    }

    private void run(String page) throws Exception {
        run(AwsCli.ABSENT, page);
    }

    private void run(AwsCli aws, String page) throws Exception {
        Path scratch = Files.createTempDirectory(work, "page");
        CommandLineTools tools = CommandLineTools.in(work.resolve("bin"), aws);
        new PageRun(DocPage.of(Path.of("page.md"), page), scratch, tools).run(UnaryOperator.identity());
        assertThat(scratch).isNotEmptyDirectory();
    }
}
