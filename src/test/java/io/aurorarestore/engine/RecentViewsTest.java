package io.aurorarestore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.command.CreateInstance;
import io.aurorarestore.command.RenameCluster;
import io.aurorarestore.command.Tag;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.port.Aurora;
import io.aurorarestore.port.Ports;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecentViewsTest {

    private final List<String> asked = new ArrayList<>();
    private final RecentViews views = new RecentViews(
            new Ports(TestData.HOME, recording(), null, null, null, null, null, null, null, null, null, null));

    @Test
    void clusters_wanted_one_after_the_other_are_looked_at_in_one_call() {
        look(new Describe.AtCluster("a"), new Describe.AtCluster("b"), new Describe.AtInstancesOf("a"));

        assertThat(asked).containsExactly("clusters [a, b]", "instancesOf a");
    }

    @Test
    void what_was_seen_is_not_looked_at_again_and_what_was_not_there_neither() {
        look(new Describe.AtCluster("a"), new Describe.AtCluster("gone"));

        List<Cluster> again =
                look(new Describe.AtCluster("a"), new Describe.AtCluster("gone"), new Describe.AtCluster("b"));

        assertThat(again).extracting(Cluster::name).containsExactly("a", "b");
        assertThat(asked).containsExactly("clusters [a, gone]", "clusters [b]");
    }

    @Test
    void after_an_act_everything_is_looked_at_again() {
        look(new Describe.AtCluster("a"), new Describe.AtInstancesOf("a"));

        views.forget();
        look(new Describe.AtCluster("a"), new Describe.AtInstancesOf("a"));

        assertThat(asked).hasSize(4);
    }

    @Test
    void after_an_act_only_what_it_may_have_changed_is() {
        look(new Describe.AtCluster("a"), new Describe.AtInstancesOf("a"));

        views.forgetAfter(new Tag("arn", Map.of()));
        look(new Describe.AtCluster("a"), new Describe.AtInstancesOf("a"));
        views.forgetAfter(new CreateInstance("i", "a", "engine", "class", ClusterSettings.NONE, Map.of()));
        look(new Describe.AtCluster("a"), new Describe.AtInstancesOf("a"));
        views.forgetAfter(new RenameCluster("a", "b"));
        look(new Describe.AtCluster("a"));

        assertThat(asked).containsExactly("clusters [a]", "instancesOf a", "instancesOf a", "clusters [a]");
    }

    private List<Cluster> look(Describe... describe) {
        return Describe.all(List.of(describe), Observed.nothing(TestData.NOW, Optional.empty()), views)
                .await()
                .indefinitely()
                .clusters();
    }

    private Aurora recording() {
        return (Aurora) Proxy.newProxyInstance(
                Aurora.class.getClassLoader(), new Class<?>[] {Aurora.class}, (proxy, method, arguments) -> {
                    asked.add(method.getName() + " " + arguments[0]);
                    return Uni.createFrom()
                            .item(method.getName().equals("clusters") ? those((List<?>) arguments[0]) : List.of());
                });
    }

    private static List<Cluster> those(List<?> names) {
        return names.stream()
                .map(String.class::cast)
                .filter(name -> !name.equals("gone"))
                .map(name -> TestData.cluster(name, "available", Map.of()))
                .toList();
    }
}
