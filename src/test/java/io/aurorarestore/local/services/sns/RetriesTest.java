package io.aurorarestore.local.services.sns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RetriesTest {

    private static final Retries RETRIES = new Retries(Duration.ofMillis(1), 3);

    private final Queue<CompletableFuture<Integer>> answers = new ArrayDeque<>();

    @Test
    void gives_up_after_the_last_try() {
        assertThat(arrives(failed(), answered(500), answered(429), answered(503), answered(200)))
                .isFalse();
        assertThat(answers).hasSize(1);
    }

    @Test
    void tries_again_until_it_arrives() {
        assertThat(arrives(answered(500), failed(), answered(200), answered(500)))
                .isTrue();
        assertThat(answers).hasSize(1);
    }

    @Test
    void does_not_repeat_what_was_refused() {
        assertThat(arrives(answered(500), answered(404), answered(200))).isFalse();
        assertThat(answers).hasSize(1);
    }

    @SafeVarargs
    private boolean arrives(CompletableFuture<Integer>... given) {
        for (CompletableFuture<Integer> answer : given) {
            answers.add(answer);
        }
        return RETRIES.start("a test", answers::remove).join();
    }

    private static CompletableFuture<Integer> answered(int status) {
        return CompletableFuture.completedFuture(status);
    }

    private static CompletableFuture<Integer> failed() {
        return CompletableFuture.failedFuture(new IOException("no connection"));
    }
}
