package io.aurorarestore.json;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.model.restore.BilledItem;
import io.aurorarestore.model.restore.DryRunReport;
import io.aurorarestore.model.settings.Objectives;
import java.util.List;

/** Writes the report of a dry run as JSON. */
public final class DryRunJson {

    private static final JsonMapper JSON = new JsonMapper();

    private DryRunJson() {}

    public static ObjectNode write(DryRunReport report) {
        ObjectNode json = JSON.createObjectNode();
        report.source().ifPresent(source -> {
            json.put(source.snapshot() ? "snapshot" : "cluster", source.arn());
            source.dataOf().ifPresent(at -> json.put("dataOf", at.toString()));
        });
        ArrayNode steps = json.putArray("steps");
        report.steps().forEach(step -> {
            ObjectNode one = steps.addObject().put("step", step.step());
            step.skipped().ifPresent(why -> one.put("skipped", why));
            step.expected().ifPresent(time -> one.set("expected", TimesJson.expected(time)));
        });
        ObjectNode names = json.putObject("names");
        report.names().forEach(names::put);
        ObjectNode settings = json.putObject("settings");
        report.settings().forEach((name, setting) -> {
            ObjectNode one =
                    settings.putObject(name).put("value", setting.value()).put("from", setting.from());
            setting.before().ifPresent(old -> one.put("before", old));
        });
        ArrayNode problems = json.putArray("problems");
        report.problems()
                .forEach(problem -> problems.addObject()
                        .put("code", problem.code().name())
                        .put("message", problem.message())
                        .put("advice", problem.code().advice()));
        report.warnings().forEach(json.putArray("warnings")::add);
        report.expected().ifPresent(time -> json.set("expected", TimesJson.expected(time)));
        if (!report.objectives().equals(Objectives.NONE)) {
            json.set("objectives", TimesJson.objectives(report.objectives()));
        }
        if (!report.billed().isEmpty()) {
            json.set("estimate", estimate(report.billed()));
        }
        return json;
    }

    private static ObjectNode estimate(List<BilledItem> billed) {
        ObjectNode json = JSON.createObjectNode();
        ArrayNode items = json.putArray("billed");
        billed.forEach(item -> {
            ObjectNode one = items.addObject().put("what", item.what().name());
            item.of().ifPresent(kind -> one.put("of", kind));
            item.quantity().ifPresent(quantity -> one.put("quantity", quantity));
            one.put("unit", item.unit().toString())
                    .put("per", item.per().name())
                    .put("note", item.note());
        });
        return json.put("prices", BilledItem.PRICES);
    }
}
