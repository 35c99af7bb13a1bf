package io.aurorarestore.local.rds;

import static io.aurorarestore.local.rds.RdsOnVirtualTime.LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InstanceLifeTest {

    private final RdsOnVirtualTime here = new RdsOnVirtualTime();
    private final Instances instances = here.east.instances();

    @BeforeEach
    void a_cluster_with_one_instance() {
        here.restored("drill", "one");
    }

    @Test
    void the_first_instance_of_a_cluster_is_its_writer() {
        here.create("two", "drill");
        here.time.advance(LONG);

        assertThat(here.cluster("drill").members())
                .extracting(DbCluster.Member::instance, DbCluster.Member::writer)
                .containsExactly(tuple("one", true), tuple("two", false));
    }

    @Test
    void a_reader_takes_over_from_a_deleted_writer() {
        here.create("two", "drill");
        here.time.advance(LONG);

        instances.delete("one");
        here.time.advance(LONG);

        assertThat(here.instance("two").writer()).isTrue();
        assertThat(here.answers("drill")).isTrue();
    }

    @Test
    void a_cluster_answers_no_more_without_its_last_instance() {
        instances.delete("one");

        here.time.advance(Duration.ofMinutes(3).minusMillis(1));
        assertThat(here.answers("drill")).isTrue();
        here.time.advance(Duration.ofMillis(1));
        assertThat(here.answers("drill")).isFalse();
        assertThat(here.told()).containsExactly("one: DB instance deleted");
    }

    @Test
    void instances_deleted_together_leave_nobody_to_answer() {
        here.create("two", "drill");
        instances.delete("one");
        instances.delete("two");

        here.time.advance(LONG);

        assertThat(here.answers("drill")).isFalse();
    }

    @Test
    void an_instance_that_could_not_be_made_does_not_answer_for_the_last_one() {
        here.rds.faults().failNext("CreateDBInstance", "incompatible-parameters");
        here.create("two", "drill");
        here.time.advance(LONG);

        instances.delete("one");
        here.time.advance(LONG);

        assertThat(here.instance("two").status()).isEqualTo("incompatible-parameters");
        assertThat(here.answers("drill")).isFalse();
    }

    @Test
    void an_instance_deleted_while_it_is_created_never_comes_to_be() {
        here.create("two", "drill");
        instances.delete("two");

        here.time.advance(LONG);

        assertThat(here.told()).containsExactly("two: DB instance deleted");
        assertThat(here.answers("drill")).isTrue();
    }

    @Test
    void a_renamed_instance_is_another_by_name_alone_and_nothing_tells() {
        String resource = here.instance("one").resourceId();

        instances.modify(new ModifyInstance("one", "first", InstanceChanges.NONE));
        assertThat(here.instance("one").status()).isEqualTo("renaming");
        here.time.advance(LONG);

        assertThat(here.instance("first").resourceId()).isEqualTo(resource);
        assertThat(here.told()).isEmpty();
    }

    @Test
    void a_name_that_a_rename_is_about_to_give_is_taken() {
        instances.modify(new ModifyInstance("one", "first", InstanceChanges.NONE));

        assertThatThrownBy(() -> here.create("first", "drill")).hasMessage("DB instance already exists");
        assertThatThrownBy(() -> instances.modify(new ModifyInstance("orders-writer", "first", InstanceChanges.NONE)))
                .hasMessage("DB instance already exists");
    }

    @Test
    void a_reboot_shuts_down_and_restarts() {
        instances.reboot("one");
        assertThat(here.instance("one").status()).isEqualTo("rebooting");
        assertThatThrownBy(() -> instances.reboot("one")).hasMessageContaining("rebooting");

        here.time.advance(Duration.ofSeconds(30));

        assertThat(here.instance("one").status()).isEqualTo("available");
        assertThat(here.told()).containsExactly("one: DB instance shutdown", "one: DB instance restarted");
    }

    @Test
    void another_class_takes_its_time() {
        instances.modify(new ModifyInstance("one", null, InstanceChanges.instanceClass("db.r6g.xlarge")));

        assertThat(here.instance("one").status()).isEqualTo("modifying");
        here.time.advance(LONG);
        assertThat(here.instance("one").settings().instanceClass()).isEqualTo("db.r6g.xlarge");
        assertThat(here.instance("one").status()).isEqualTo("available");
    }

    @Test
    void a_serverless_instance_needs_a_cluster_with_scaling() {
        var serverless =
                new NewInstance("two", "drill", "db.serverless", "aurora-postgresql", InstanceChanges.NONE, Map.of());

        assertThatThrownBy(() -> instances.create(serverless)).hasMessageContaining("Serverless v2");
    }
}
