package io.aurorarestore.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.local.rds.DbCluster;
import io.aurorarestore.local.rds.DbInstance;
import io.aurorarestore.local.rds.DbSnapshot;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.ReplaceMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is found at once is what a look through all of it finds. */
class PresentViewTest {

    private static final String TARGET = "orders-staging";
    private static final int INSTANTS = 400;

    private final Scenario scenario = Scenario.given().with(ClusterSettings.NONE);

    @ParameterizedTest
    @EnumSource(
            value = ReplaceMode.class,
            names = {"SWAP", "DELETE_FIRST"})
    void each_thing_is_found_by_its_names_as_in_a_copy_of_all(ReplaceMode how) {
        scenario.home.existing(TARGET);
        scenario.home.stranger("another");
        scenario.home.automated(TARGET);
        scenario.replace(TARGET, how);

        for (int instant = 0; instant < INSTANTS; instant++) {
            scenario.passing(1);
            PastView copy = PastView.of(scenario.home.region());
            PresentView present = new PresentView(scenario.home.region());

            copy.clusters().forEach(one -> isFound(one, copy, present));
            copy.instances().forEach(one -> isFound(one, copy, present));
            copy.snapshots().forEach(one -> isFound(one, copy, present));
            assertThat(present.cluster("nobody")).isEmpty();
            assertThat(present.instancesOf("nobody")).isEmpty();
        }
    }

    private static void isFound(DbCluster one, View copy, View present) {
        assertThat(present.cluster(one.id())).contains(one).isEqualTo(copy.cluster(one.id()));
        assertThat(present.cluster(one.arn())).contains(one).isEqualTo(copy.cluster(one.arn()));
        assertThat(present.clusterById(one.resourceId())).contains(one).isEqualTo(copy.clusterById(one.resourceId()));
        assertThat(present.instancesOf(one.id())).isEqualTo(copy.instancesOf(one.id()));
    }

    private static void isFound(DbInstance one, View copy, View present) {
        assertThat(present.instance(one.id())).contains(one).isEqualTo(copy.instance(one.id()));
        assertThat(present.instance(one.arn())).contains(one).isEqualTo(copy.instance(one.arn()));
    }

    private static void isFound(DbSnapshot one, View copy, View present) {
        assertThat(present.snapshot(one.id())).contains(one).isEqualTo(copy.snapshot(one.id()));
        assertThat(present.snapshot(one.arn())).contains(one).isEqualTo(copy.snapshot(one.arn()));
    }
}
