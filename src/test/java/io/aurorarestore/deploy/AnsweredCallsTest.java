package io.aurorarestore.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.local.front.AwsService;
import io.aurorarestore.local.rds.EmptyDataPlane;
import io.aurorarestore.local.rds.RdsOptions;
import io.aurorarestore.local.rds.SimulatedRds;
import io.aurorarestore.local.rds.wire.RdsService;
import io.aurorarestore.local.time.VirtualTimeline;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The local RDS has each operation that a function's code can call: what cannot be read is taken for nothing. */
class AnsweredCallsTest {

    private static final String RDS = "rds:";

    private final AwsService local = RdsService.of(new SimulatedRds(
            TestData.HOME.account(),
            new VirtualTimeline(TestData.NOW),
            new EmptyDataPlane(),
            event -> {},
            new Random(1),
            RdsOptions.defaults()));

    static List<DeployedFunction> functions() {
        return DeployedFunction.all();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void each_call_of_a_function_is_one_that_the_local_rds_knows(DeployedFunction function) {
        assertThat(CalledActions.of(function.handler()).stream()
                        .filter(action -> action.startsWith(RDS))
                        .map(action -> action.substring(RDS.length())))
                .allMatch(local::knows);
    }
}
