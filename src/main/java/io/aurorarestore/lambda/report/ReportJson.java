package io.aurorarestore.lambda.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.model.restore.Recovery;
import java.time.Duration;
import java.util.Optional;

/** Writes a rehearsal report for programs. */
final class ReportJson {

    private static final JsonMapper JSON = new JsonMapper();

    private ReportJson() {}

    static ObjectNode of(RehearsalReport report) {
        ObjectNode json = JSON.createObjectNode().put("target", report.target());
        json.putObject("summary")
                .put("restores", report.rehearsals().size())
                .put("succeeded", report.succeeded().size())
                .put("rtoMeasured", report.rto().measured())
                .put("rtoMet", report.rto().met())
                .put("rpoMeasured", report.rpo().measured())
                .put("rpoMet", report.rpo().met());
        ArrayNode restores = json.putArray("restores");
        report.rehearsals().forEach(one -> restores.add(rehearsal(one)));
        return json;
    }

    private static ObjectNode rehearsal(Rehearsal one) {
        Recovery recovery = one.recovery();
        ObjectNode json = JSON.createObjectNode()
                .put("id", one.restore().id().value())
                .put("status", one.restore().status().name())
                .put("source", one.source())
                .put("openedAt", one.restore().accepted().openedAt().toString())
                .put("openedBy", one.restore().accepted().by());
        one.restore().progress().times().ended().ifPresent(at -> json.put("endedAt", at.toString()));
        one.restore().outputs().dataTime().ifPresent(at -> json.put("dataOf", at.toString()));
        objective(recovery.took(), recovery.objectives().rto(), recovery.rtoMet())
                .ifPresent(rto -> json.set("rto", rto));
        objective(recovery.dataAge(), recovery.objectives().rpo(), recovery.rpoMet())
                .ifPresent(rpo -> json.set("rpo", rpo));
        one.checks().forEach(json.withArray("checks")::add);
        one.verified().ifPresent(verified -> json.put("verified", verified));
        one.failure()
                .ifPresent(failure -> json.putObject("failure")
                        .put("code", failure.code().name())
                        .put("message", failure.message())
                        .put("advice", failure.code().advice()));
        return json;
    }

    private static Optional<ObjectNode> objective(
            Optional<Duration> achieved, Optional<Duration> objective, Optional<Boolean> met) {
        ObjectNode json = JSON.createObjectNode();
        achieved.ifPresent(time -> json.put("achieved", time.toString()));
        objective.ifPresent(time -> json.put("objective", time.toString()));
        met.ifPresent(reached -> json.put("met", reached));
        return Optional.of(json).filter(some -> !some.isEmpty());
    }
}
