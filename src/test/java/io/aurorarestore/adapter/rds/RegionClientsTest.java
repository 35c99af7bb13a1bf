package io.aurorarestore.adapter.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.RdsAsyncClient;

class RegionClientsTest {

    private final List<String> built = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();
    private final RegionClients clients = new RegionClients(this::build);

    @Test
    void a_region_that_is_asked_again_has_its_client_already() {
        ask("a");
        ask("a");

        assertThat(built).containsExactly("a");
    }

    @Test
    void the_least_recently_used_client_is_closed() {
        ask("a");
        ask("b");
        ask("a");
        others(RegionClients.MOST - 1);

        assertThat(closed).containsExactly("b");
    }

    @Test
    void a_client_in_use_is_closed_once_it_has_answered() {
        CompletableFuture<String> answer = new CompletableFuture<>();
        clients.call("a", client -> answer);

        others(RegionClients.MOST);
        assertThat(closed).isEmpty();
        answer.complete("at last");

        assertThat(closed).containsExactly("a");
    }

    @Test
    void a_call_that_fails_is_over_too() {
        assertThatThrownBy(() -> clients.call("a", client -> {
                    throw new IllegalStateException("not made");
                }))
                .isInstanceOf(IllegalStateException.class);
        clients.call("b", client -> CompletableFuture.failedFuture(new IllegalStateException("failed")));

        others(RegionClients.MOST);

        assertThat(closed).containsExactly("a", "b");
    }

    @Test
    void in_the_end_all_are_closed() {
        ask("a");
        ask("b");

        clients.close();

        assertThat(closed).containsExactlyInAnyOrder("a", "b");
    }

    private void others(int number) {
        for (int count = 0; count < number; count++) {
            ask("other-" + count);
        }
    }

    private void ask(String region) {
        clients.call(region, client -> CompletableFuture.completedFuture(region));
    }

    /** Knows nothing but to be closed. */
    private RdsAsyncClient build(String region) {
        built.add(region);
        return (RdsAsyncClient) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {RdsAsyncClient.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("close");
                    closed.add(region);
                    return null;
                });
    }
}
