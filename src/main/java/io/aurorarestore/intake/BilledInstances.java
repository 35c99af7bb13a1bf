package io.aurorarestore.intake;

import io.aurorarestore.model.restore.BilledItem;
import io.aurorarestore.model.restore.BilledItem.Per;
import io.aurorarestore.model.restore.BilledItem.Unit;
import io.aurorarestore.model.restore.BilledItem.What;
import io.aurorarestore.model.settings.Scaling;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says what AWS bills for the instances of a cluster: by their class, and serverless ones by the capacity that they have,
 * which is at least the least of the cluster.
 */
record BilledInstances(What what, List<String> classes, Optional<Scaling> scaling) {

    private static final String SERVERLESS = "db.serverless";

    /** @param time that they run, where it is known; else it is said what an hour is */
    Stream<BilledItem> each(String note, Optional<Duration> time) {
        return classes.stream().distinct().map(kind -> item(kind, note, time));
    }

    private BilledItem item(String kind, String note, Optional<Duration> time) {
        boolean serverless = SERVERLESS.equals(kind);
        long count = classes.stream().filter(kind::equals).count();
        double hours = time.map(PlanEstimate::hours).orElse(1.0);
        Optional<Double> each = serverless ? scaling.map(Scaling::min) : Optional.of(1.0);
        return new BilledItem(
                what,
                Optional.of(kind),
                each.map(one -> BigDecimal.valueOf(one * count * hours)),
                serverless ? Unit.ACU_HOUR : Unit.INSTANCE_HOUR,
                time.isPresent() ? Per.RESTORE : Per.HOUR,
                serverless ? note + "; at least, and at most " + most() : note);
    }

    private String most() {
        return scaling.map(one ->
                        BigDecimal.valueOf(one.max()).stripTrailingZeros().toPlainString() + " ACU each")
                .orElse("what the cluster permits");
    }
}
