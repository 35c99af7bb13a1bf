package io.aurorarestore.lambda.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.intake.RequestRejectedException;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.aws.Identifier;
import io.aurorarestore.port.RestoreViews;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Makes the rehearsal report of a target, of its last restores. */
public final class TargetReports {

    private static final int LAST = 30;

    private final RestoreViews views;

    public TargetReports(RestoreViews views) {
        this.views = views;
    }

    /** Fails with {@link RequestRejectedException} for a target of which no restore is known. */
    public Uni<ObjectNode> json(String target) {
        return report(target).map(ReportJson::of);
    }

    /** The same, as an HTML page. */
    public Uni<String> page(String target) {
        return report(target).map(report -> new ReportPage().of(report));
    }

    /** What stands on that page below its title: HTML for another page, with classes and no style. */
    public Uni<String> below(String target) {
        return report(target).map(report -> new ReportPage().below(report));
    }

    private Uni<RehearsalReport> report(String asked) {
        String target = Identifier.stored(asked);
        if (!Identifier.isValid(target)) {
            throw unknown();
        }
        return views.list(new RestoreViews.Query(Optional.of(target), Optional.empty(), LAST, Optional.empty()))
                .map(page -> {
                    if (page.items().isEmpty()) {
                        throw unknown();
                    }
                    return RehearsalReport.of(
                            target,
                            page.items().stream()
                                    .flatMap(one -> one.restore().stream())
                                    .toList());
                });
    }

    private static RequestRejectedException unknown() {
        return new RequestRejectedException(FailureCode.UNKNOWN_TARGET, "No restore of this target is known.");
    }
}
