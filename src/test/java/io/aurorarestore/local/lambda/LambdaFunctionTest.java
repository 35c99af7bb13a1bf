package io.aurorarestore.local.lambda;

import static io.aurorarestore.local.lambda.Stage.invoke;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.local.Eventually;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(600)
class LambdaFunctionTest {

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
    void an_invocation_takes_the_event_there_and_the_answer_back() throws Exception {
        var result = invoke(stage.function(1), "{\"hello\":\"wörld\"}");

        Invoked invoked = director.next();
        invoked.respond("{\"answer\":\"ß\"}");

        assertThat(invoked.event()).isEqualTo("{\"hello\":\"wörld\"}");
        assertThat(result.join().failed()).isFalse();
        assertThat(result.join().text()).isEqualTo("{\"answer\":\"ß\"}");
    }

    @Test
    void an_invocation_carries_the_headers_of_the_runtime_api() throws Exception {
        invoke(stage.function(1, Duration.ofHours(2), Duration.ofMinutes(5)), "{}");

        Invoked invoked = director.next();

        Instant deadline = Instant.ofEpochMilli(Long.parseLong(invoked.header("Lambda-Runtime-Deadline-Ms")));
        assertThat(Duration.between(Instant.now(), deadline)).isBetween(Duration.ofHours(1), Duration.ofHours(2));
        assertThat(invoked.header("Lambda-Runtime-Aws-Request-Id"))
                .matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(invoked.header("Lambda-Runtime-Invoked-Function-Arn")).isEqualTo(Stage.ARN);
        assertThat(invoked.header("Lambda-Runtime-Trace-Id")).matches("Root=1-[0-9a-f]{8}-[0-9a-f]{24};.*Sampled=0");
    }

    @Test
    void an_error_the_function_reports_is_the_result_and_its_process_goes_on() throws Exception {
        LambdaFunction function = stage.function(1);
        var failed = invoke(function, "{}");
        Invoked first = director.next();
        first.reportError("{\"errorType\":\"Sad\",\"errorMessage\":\"no \\\"luck\\\"\"}");

        var succeeded = invoke(function, "{}");
        Invoked second = director.next();
        second.respond("null");

        assertThat(failed.join().failed()).isTrue();
        assertThat(failed.join().text()).isEqualTo("{\"errorType\":\"Sad\",\"errorMessage\":\"no \\\"luck\\\"\"}");
        assertThat(succeeded.join().failed()).isFalse();
        assertThat(second.pid()).isEqualTo(first.pid());
    }

    @Test
    void an_answer_to_another_invocation_is_refused() throws Exception {
        LambdaFunction function = stage.function(1);
        var result = invoke(function, "{}");

        director.next().tell("respond to another and exit");

        assertThat(result.join().failed()).isTrue();
        assertThat(stage.log()).content().contains("invocation/another/response 400");
    }

    @Test
    void an_instance_works_on_one_invocation_at_a_time() throws Exception {
        LambdaFunction function = stage.function(1);
        var results =
                Stream.of("1", "2", "3").map(event -> invoke(function, event)).toList();

        for (int i = 0; i < results.size(); i++) {
            Invoked invoked = director.next();
            assertThat(director.nobodyWaits()).isTrue();
            invoked.respond(invoked.event());
        }

        assertThat(results).extracting(result -> result.join().text()).containsExactly("1", "2", "3");
        assertThat(director.starts()).hasSize(1);
    }

    @Test
    void a_function_has_no_more_instances_than_its_concurrency() throws Exception {
        LambdaFunction function = stage.function(2);
        var results = Stream.of("1", "2", "3", "4")
                .map(event -> invoke(function, event))
                .toList();

        Invoked one = director.next();
        Invoked other = director.next();
        assertThat(director.nobodyWaits()).isTrue();
        other.respond("{}");
        Invoked third = director.next();
        assertThat(director.nobodyWaits()).isTrue();
        Stream.of(one, third).forEach(invoked -> invoked.respond("{}"));
        director.next().respond("{}");

        results.forEach(CompletableFuture::join);
        assertThat(third.pid()).isEqualTo(other.pid());
        assertThat(director.starts()).containsExactlyInAnyOrder(one.pid(), other.pid());
    }

    @Test
    void an_instance_started_ahead_takes_the_first_invocation() throws Exception {
        LambdaFunction function = stage.function(2);
        function.warm();

        invoke(function, "{}");

        assertThat(director.next().pid()).isEqualTo(director.starts().get(0));
        assertThat(director.starts()).hasSize(1);
    }

    @Test
    void closing_kills_all_processes_and_fails_what_they_were_at() throws Exception {
        LambdaFunction function = stage.function(2);
        var results = List.of(invoke(function, "1"), invoke(function, "2"), invoke(function, "3"));
        List<Invoked> working = List.of(director.next(), director.next());

        function.close();

        for (Invoked invoked : working) {
            invoked.assertDies();
        }
        assertThat(results)
                .allSatisfy(result -> assertThat(result.get(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                                .failed())
                        .isTrue());
        assertThat(director.starts()).hasSize(2);
    }

    @Test
    void a_closed_function_starts_nothing() throws Exception {
        LambdaFunction function = stage.function(1);
        function.close();

        function.warm();
        InvocationResult result = invoke(function, "{}").join();

        assertThat(result.failed()).isTrue();
        assertThat(result.text()).contains("Sandbox.Closed");
        assertThat(stage.log()).doesNotExist();
    }

    @Test
    void closing_kills_the_children_of_a_process_too() throws Exception {
        String wrapper = Stage.script().replace("exec ", "") + "exit $?\n";
        LambdaFunction function = stage.function(wrapper, 1, Duration.ofMinutes(5), Duration.ofMinutes(5));
        invoke(function, "{}");
        Invoked child = director.next();

        function.close();

        child.assertDies();
    }
}
