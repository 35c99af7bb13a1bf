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
import org.junit.jupiter.params.provider.ValueSource;

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

    private static String answering(String answer, String shown) {
        return "```sh\necho '" + answer + "'\n```\n\n```json\n" + shown + "\n```\n";
    }

    private void run(String page) throws Exception {
        Path scratch = Files.createTempDirectory(work, "page");
        CommandLineTools tools = CommandLineTools.in(work.resolve("bin"), AwsChoice.STAND_IN);
        new PageRun(DocPage.of(Path.of("page.md"), page), scratch, tools).run(UnaryOperator.identity());
        assertThat(scratch).isNotEmptyDirectory();
    }
}
