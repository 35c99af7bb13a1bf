package io.aurorarestore.lambda.report;

import io.aurorarestore.model.Failure;
import io.aurorarestore.model.text.PlainText;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.Template;
import io.quarkus.qute.ValueResolvers;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Renders a rehearsal report as a page without scripts, everything escaped; as maps, lists and texts, for a native image. */
final class ReportPage {

    private static final String PAGE = "/report/report.html";
    private static final String REHEARSALS = "/report/rehearsals.html";
    private static final Variant HTML = Variant.forContentType(Variant.TEXT_HTML);

    private final Engine engine = Engine.builder()
            .addDefaults()
            .addValueResolver(ValueResolvers.rawResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .strictRendering(true)
            .removeStandaloneLines(true)
            .build();

    private final Template rehearsals = engine.parse(text(REHEARSALS), HTML);
    private final Template page = engine.parse(text(PAGE), HTML);

    /** The page has the other in it by its name. */
    ReportPage() {
        engine.putTemplate("rehearsals", rehearsals);
    }

    String of(RehearsalReport report) {
        return render(page, report);
    }

    /** What stands below its title, for a page of somebody else. */
    String below(RehearsalReport report) {
        return render(rehearsals, report);
    }

    private static String render(Template template, RehearsalReport report) {
        return template.instance()
                .data("target", PlainText.visible(report.target()))
                .data(
                        "shown",
                        shown(report.rehearsals().size(), report.succeeded().size()))
                .data("rto", summary("RTO", report.rto()))
                .data("rpo", summary("RPO", report.rpo()))
                .data("chart", new DurationChart(report.rehearsals()).svg())
                .data("rows", report.rehearsals().stream().map(ReportPage::row).toList())
                .render();
    }

    private static String shown(int all, int succeeded) {
        return all == 1
                ? "The one restore there is; it " + (succeeded == 1 ? "succeeded." : "has not succeeded.")
                : "The last " + all + " restores; " + succeeded + " succeeded.";
    }

    private static String summary(String what, RehearsalReport.Count count) {
        if (!count.asked()) {
            return "No " + what + " is asked for.";
        }
        return count.measured() == 0
                ? "No " + what + " was measured."
                : what + " met by " + count.met() + " of " + count.measured() + ".";
    }

    private static Map<String, Object> row(Rehearsal one) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", one.restore().id().value());
        row.put("opened", ReportTimes.at(one.restore().accepted().openedAt()));
        row.put(
                "ended",
                one.restore().progress().times().ended().map(ReportTimes::at).orElse("–"));
        row.put("source", PlainText.visible(one.source()));
        row.put("data", one.restore().outputs().dataTime().map(ReportTimes::at).orElse("not known"));
        row.put("rpoClass", style(one.recovery().rpoMet()));
        row.put("rpo", time(one.recovery().dataAge()));
        row.put(
                "rpoMet",
                met(one.recovery().rpoMet(), one.recovery().objectives().rpo()));
        row.put("rtoClass", style(one.recovery().rtoMet()));
        row.put("rto", time(one.recovery().took()));
        row.put(
                "rtoMet",
                met(one.recovery().rtoMet(), one.recovery().objectives().rto()));
        row.put("checks", one.checks().stream().map(PlainText::visible).toList());
        row.put(
                "verified",
                one.verified()
                        .map(verified -> verified ? "all held" : "verification failed")
                        .orElse("–"));
        row.put("status", one.restore().status().name());
        row.put(
                "failure",
                one.failure().map(Failure::description).map(PlainText::visible).orElse(""));
        return row;
    }

    private static String time(Optional<Duration> achieved) {
        return achieved.map(ReportTimes::of).orElse("–");
    }

    private static String style(Optional<Boolean> met) {
        return met.map(reached -> reached ? "met" : "missed").orElse("");
    }

    private static String met(Optional<Boolean> met, Optional<Duration> objective) {
        return met.map(reached -> (reached ? "met: " : "missed: ")
                        + objective.map(ReportTimes::of).orElse(""))
                .orElse("");
    }

    private static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(ReportPage.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
