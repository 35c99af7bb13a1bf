package io.aurorarestore.local.lambda;

import static io.aurorarestore.local.lambda.Stage.invoke;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(600)
class FailingFunctionTest {

    @TempDir
    Path folder;

    private Stage stage;
    private Director director;

    @BeforeEach
    void open() throws IOException {
        stage = new Stage(folder);
        director = stage.director();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void an_invocation_that_takes_too_long_fails_and_its_process_is_killed() throws Exception {
        LambdaFunction function = stage.function(1, Duration.ofMillis(5200), Duration.ofMinutes(5));
        var late = invoke(function, "{}");
        Invoked hanging = director.next();

        assertThat(late.join().failed()).isTrue();
        assertThat(late.join().text()).contains("Sandbox.Timedout").contains("Task timed out after 5.20 seconds");
        hanging.assertDies();
        assertThatTheNextInvocationHasAProcessOtherThan(hanging, function);
    }

    @Test
    void a_process_that_dies_fails_its_invocation_and_is_replaced_on_the_next() throws Exception {
        LambdaFunction function = stage.function(1);
        var failed = invoke(function, "{}");
        Invoked dying = director.next();
        dying.tell("exit\n3");

        assertThat(failed.join().failed()).isTrue();
        assertThat(failed.join().text())
                .contains("Runtime.ExitError")
                .contains("RequestId: " + dying.header("Lambda-Runtime-Aws-Request-Id"))
                .contains("exit status 3");
        assertThat(director.starts()).hasSize(1);
        assertThatTheNextInvocationHasAProcessOtherThan(dying, function);
    }

    @Test
    void a_process_that_dies_after_its_answer_harms_neither_this_invocation_nor_the_next() throws Exception {
        LambdaFunction function = stage.function(1);
        for (int i = 0; i < 3; i++) {
            var answered = invoke(function, "{}");
            director.next().tell("respond and exit\n{\"turn\":" + i + "}");
            assertThat(answered.join().text()).isEqualTo("{\"turn\":" + i + "}");
        }
        assertThat(director.starts()).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void an_error_at_init_is_the_result_word_for_word() throws Exception {
        director.atInit("report error\n{\"errorType\":\"Init\",\"errorMessage\":\"no \\\"bean\\\"\"}");
        LambdaFunction function = stage.function(1);

        InvocationResult result = invoke(function, "{}").join();

        assertThat(result.failed()).isTrue();
        assertThat(result.text()).isEqualTo("{\"errorType\":\"Init\",\"errorMessage\":\"no \\\"bean\\\"\"}");
    }

    @Test
    void a_process_that_ends_before_its_first_next_fails_the_invocation_and_is_not_restarted_before_another()
            throws Exception {
        director.atInit("exit\n7");
        LambdaFunction function = stage.function(2);

        InvocationResult first = invoke(function, "{}").join();
        InvocationResult second = invoke(function, "{}").join();

        assertThat(List.of(first, second)).allSatisfy(result -> {
            assertThat(result.failed()).isTrue();
            assertThat(result.text())
                    .contains("Runtime.ExitError")
                    .contains("before it asked for an invocation")
                    .contains("exit status 7")
                    .contains(stage.log().toString());
        });
        assertThat(director.starts()).hasSize(2);
    }

    @Test
    void that_a_function_cannot_start_is_known_before_anybody_invokes_it_and_said_once_with_its_log() throws Exception {
        director.atInit("exit\n7");
        LambdaFunction function = stage.function(1);

        function.warm().join();
        invoke(function, "{}").join();
        invoke(function, "{}").join();

        assertThat(function.starts()).isFalse();
        assertThat(stage.notices())
                .containsExactly("Function fake cannot start: it exited with 7. Its log is " + stage.log());
    }

    @Test
    void a_function_that_starts_is_not_said_to_have_failed() throws Exception {
        LambdaFunction function = stage.function(1);
        function.warm().join();

        assertThat(function.starts()).isTrue();
        assertThat(stage.notices()).isEmpty();
    }

    @Test
    void an_error_of_an_invocation_is_said_on_one_line_without_its_json() throws Exception {
        LambdaFunction function = stage.function(1);
        var failed = invoke(function, "{}");
        director.next()
                .tell("report error\n{\"errorType\":\"Oops\",\"errorMessage\":\"a\\nb\",\"stackTrace\":[\"at x\"]}");

        assertThat(failed.join().failed()).isTrue();
        assertThat(stage.notices()).containsExactly("Function fake failed: Oops: a b");
    }

    @Test
    void a_process_that_never_calls_next_fails_the_invocation_and_is_killed() throws Exception {
        director.atInit("hang");
        LambdaFunction function = stage.function(1, Duration.ofMinutes(5), Duration.ofSeconds(6));

        InvocationResult result = invoke(function, "{}").join();

        assertThat(result.failed()).isTrue();
        assertThat(result.text()).contains("Sandbox.Timedout").contains("Init timed out after 6.00 seconds");
        Invoked.assertDies(director.starts().get(0));
    }

    @Test
    void a_package_that_cannot_be_started_fails_each_invocation() throws Exception {
        LambdaFunction function =
                stage.function("#!/no/such/interpreter\n", 1, Duration.ofMinutes(5), Duration.ofMinutes(5));
        function.warm();

        assertThat(List.of(invoke(function, "{}").join(), invoke(function, "{}").join()))
                .allSatisfy(result -> {
                    assertThat(result.failed()).isTrue();
                    assertThat(result.text())
                            .contains("Runtime.InvalidEntrypoint")
                            .contains("bootstrap");
                });
        assertThat(stage.notices())
                .singleElement()
                .asString()
                .contains("cannot start", stage.log().toString());
    }

    private void assertThatTheNextInvocationHasAProcessOtherThan(Invoked former, LambdaFunction function)
            throws InterruptedException {
        var result = invoke(function, "{}");
        Invoked next = director.next();
        next.respond("{}");
        assertThat(result.join().failed()).isFalse();
        assertThat(next.pid()).isNotEqualTo(former.pid());
    }
}
