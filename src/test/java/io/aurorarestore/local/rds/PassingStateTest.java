package io.aurorarestore.local.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PassingStateTest {

    private final RdsOnVirtualTime here = new RdsOnVirtualTime();

    @Test
    void a_cluster_in_a_passing_state_cannot_be_changed_and_is_available_afterwards() {
        here.east.seed().of("orders").passing("backing-up", Duration.ofMinutes(5));

        assertThatThrownBy(() -> here.east.clusters().modify(ModifyCluster.rename("orders", "other")))
                .hasMessageContaining("backing-up");
        here.time.advance(Duration.ofMinutes(5));
        assertThat(here.cluster("orders").status()).isEqualTo("available");
    }

    @Test
    void a_state_that_came_meanwhile_stays() {
        here.east
                .seed()
                .of("orders")
                .passing("backing-up", Duration.ofMinutes(5))
                .stopped(true);

        here.time.advance(Duration.ofMinutes(5));

        assertThat(here.cluster("orders").status()).isEqualTo("stopped");
    }

    @Test
    void a_cluster_that_is_not_available_is_left_as_it_is() {
        here.east.seed().of("orders").stopped(true).passing("backing-up", Duration.ofMinutes(5));

        assertThat(here.cluster("orders").status()).isEqualTo("stopped");
    }
}
