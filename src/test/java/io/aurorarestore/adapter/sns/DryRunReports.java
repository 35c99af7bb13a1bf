package io.aurorarestore.adapter.sns;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.history.Expected;
import io.aurorarestore.model.restore.BilledItem;
import io.aurorarestore.model.restore.DryRunReport;
import io.aurorarestore.model.restore.DryRunReport.Setting;
import io.aurorarestore.model.restore.DryRunReport.StepPlan;
import io.aurorarestore.model.settings.Objectives;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reports of dry runs as tests need them. */
final class DryRunReports {

    private DryRunReports() {}

    static DryRunReport good() {
        return report(List.of(), Map.of("port", new Setting("5433", "request", Optional.of("5432"))));
    }

    static DryRunReport hindered() {
        return report(List.of(new Failure(FailureCode.TARGET_EXISTS, "There is an orders-drill.")), Map.of());
    }

    /** @param count of settings of a thousand characters each */
    static DryRunReport withSettings(int count) {
        Map<String, Setting> settings = new TreeMap<>();
        Stream.iterate(0, number -> number + 1)
                .limit(count)
                .forEach(number ->
                        settings.put("setting" + number, new Setting("x".repeat(1000), "request", Optional.empty())));
        return report(List.of(), settings);
    }

    private static DryRunReport report(List<Failure> problems, Map<String, Setting> settings) {
        return new DryRunReport(
                TestData.ID,
                "orders-drill",
                "default",
                Optional.of(new DryRunReport.Source(TestData.LOCAL_ARN, true, Optional.of(TestData.NOW))),
                List.of(
                        new StepPlan("LocateSource", Optional.empty()),
                        new StepPlan("CopySnapshot", Optional.of("the snapshot can be used where it is"))),
                Map.of("staging", "ar-orders-drill-new"),
                settings,
                problems,
                List.of("alarms may name the old cluster"),
                new Objectives(Optional.of(Duration.ofHours(2)), Optional.of(Duration.ofHours(26))),
                Optional.of(new Expected(Duration.ofMinutes(40), Duration.ofMinutes(38), Duration.ofMinutes(45))),
                List.of(new BilledItem(
                        BilledItem.What.NEW_INSTANCES,
                        Optional.of("db.r6g.large"),
                        Optional.of(BigDecimal.valueOf(2)),
                        BilledItem.Unit.INSTANCE_HOUR,
                        BilledItem.Per.HOUR,
                        "as long as there is the cluster")));
    }
}
