package io.aurorarestore.lambda.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.engine.Trigger;
import io.aurorarestore.intake.DryRun;
import io.aurorarestore.intake.HookAnswers;
import io.aurorarestore.intake.Intake;
import io.aurorarestore.intake.OperatorActions;
import io.aurorarestore.intake.RequestRejectedException;
import io.aurorarestore.json.DryRunJson;
import io.aurorarestore.json.HookAnswerReader;
import io.aurorarestore.json.OperationReader;
import io.aurorarestore.json.RequestReader;
import io.aurorarestore.lambda.report.TargetReports;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.request.Sender;
import io.aurorarestore.model.request.Subject;
import io.aurorarestore.model.restore.HookAnswer;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Profile;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.Profiles;
import io.aurorarestore.port.RestoreViews;
import io.aurorarestore.port.Restores;
import io.aurorarestore.port.WakeUps;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Carries out the operation of a route. It opens and operates restores only: the inbox, which is woken, works on them.
 */
@ApplicationScoped
class Api {

    private final Restores restores;
    private final RestoreViews views;
    private final Profiles profiles;
    private final Intake intake;
    private final DryRun dryRun;
    private final OperatorActions operatorActions;
    private final HookAnswers hookAnswers;
    private final WakeUps wakeUps;
    private final HttpRejections rejections;
    private final RequestReader reader;
    private final Retirements retirements;
    private final TargetReports reports;

    Api(
            Restores restores,
            RestoreViews views,
            Profiles profiles,
            Intake intake,
            DryRun dryRun,
            OperatorActions operatorActions,
            HookAnswers hookAnswers,
            WakeUps wakeUps,
            HttpRejections rejections,
            Home home) {
        this.restores = restores;
        this.views = views;
        this.profiles = profiles;
        this.intake = intake;
        this.dryRun = dryRun;
        this.operatorActions = operatorActions;
        this.hookAnswers = hookAnswers;
        this.wakeUps = wakeUps;
        this.rejections = rejections;
        this.reader = new RequestReader(home);
        this.retirements = new Retirements(restores);
        this.reports = new TargetReports(views);
    }

    Uni<HttpResponse> on(Route route, HttpRequest call, Map<String, String> path) {
        Uni<HttpResponse> answer = Uni.createFrom().deferred(() -> answer(route, call, path));
        return route.changes()
                ? answer.onFailure(RequestRejectedException.class)
                        .call(refused -> rejections.note(call, refused.failure()))
                        .onFailure(CallFailedException.as(CallFailedException.Kind.FATAL))
                        .call(failed -> rejections.note(call, ((CallFailedException) failed).failure()))
                : answer;
    }

    private Uni<HttpResponse> answer(Route route, HttpRequest call, Map<String, String> path) {
        HttpParameters parameters = new HttpParameters(route, call);
        return switch (route) {
            case OPEN -> open(call, parameters);
            case PLAN -> plan(path);
            case LIST ->
                views.list(parameters.query())
                        .chain(page -> retirements
                                .of(page.items())
                                .map(known -> HttpResponse.ok(RestoreJson.page("restores", page, known::listed))));
            case SHOW ->
                restore(path)
                        .chain(restore -> retirements
                                .of(restore)
                                .map(retirement -> HttpResponse.ok(RestoreJson.restore(restore, retirement))));
            case AUDIT -> restore(path).chain(restore -> audit(restore, parameters));
            case CANCEL -> operate(OperatorActions.Operation.CANCEL, call, parameters, path);
            case RESUME -> operate(OperatorActions.Operation.RESUME, call, parameters, path);
            case ABANDON -> operate(OperatorActions.Operation.ABANDON, call, parameters, path);
            case RETIRE -> operate(OperatorActions.Operation.RETIRE, call, parameters, path);
            case HOOK -> hook(call, path);
            case REPORT -> report(call, path.getOrDefault("target", ""));
            case PROFILES -> profiles.names().map(Api::names);
            case PROFILE -> profile(path.getOrDefault("name", ""));
            case DESCRIPTION -> Uni.createFrom().item(ApiDocuments.description());
            case REQUEST_SCHEMA -> Uni.createFrom().item(ApiDocuments.requestSchema());
        };
    }

    private Uni<HttpResponse> open(HttpRequest call, HttpParameters parameters) {
        JsonNode body = Body.json(call);
        RequestReader.Asked asked = reader.read(body);
        Sender sender = new Sender(parameters.key(body), call.caller(), RequestReader.taskToken(body));
        boolean onlyDryRun = asked.dryRun() || parameters.dryRun();
        if (onlyDryRun && sender.taskToken().isPresent()) {
            throw new RequestRejectedException(
                    FailureCode.INVALID_REQUEST,
                    List.of("the plan of a dry run is to be fetched: taskToken must not be there"));
        }
        return onlyDryRun
                ? dryRun.begin(asked.request(), sender, call.requestId(), Set.of())
                        .map(Api::pending)
                : intake.open(asked.request(), sender).call(this::wake).map(Api::accepted);
    }

    private Uni<HttpResponse> plan(Map<String, String> path) {
        return dryRun.find(id(path))
                .map(found -> found.orElseThrow(Api::unknown))
                .chain(begun -> dryRun.plan(begun)
                        .map(plan -> plan.map(report -> HttpResponse.ok(DryRunJson.write(report)))
                                .orElseGet(() -> pending(begun))));
    }

    private static HttpResponse pending(Restore begun) {
        return accepted("/dry-runs/", begun.id()).with("retry-after", "2");
    }

    private static HttpResponse accepted(RestoreId id) {
        return accepted("/restores/", id);
    }

    private static HttpResponse accepted(String place, RestoreId id) {
        String location = place + id;
        return HttpResponse.accepted(
                location, RestoreJson.object().put("id", id.value()).put("href", location));
    }

    private Uni<HttpResponse> audit(Restore restore, HttpParameters parameters) {
        return views.audit(restore.id(), parameters.limit(), parameters.after())
                .map(page -> HttpResponse.ok(RestoreJson.page("entries", page, RestoreJson::audit)));
    }

    private Uni<HttpResponse> operate(
            OperatorActions.Operation operation,
            HttpRequest call,
            HttpParameters parameters,
            Map<String, String> path) {
        JsonNode body = Body.jsonOrEmpty(call);
        String reason = OperationReader.reason(body);
        Sender sender = new Sender(operation.keyOf(parameters.key(body)), call.caller());
        return operatorActions
                .operate(operation, Subject.of(id(path)), sender, reason)
                .call(this::wake)
                .map(Api::accepted);
    }

    private Uni<HttpResponse> hook(HttpRequest call, Map<String, String> path) {
        HookAnswer answer = HookAnswerReader.ofCall(id(path), path.getOrDefault("name", ""), Body.json(call));
        return hookAnswers
                .byCall(answer, call.caller())
                .call(taken -> answer.outcome().isEmpty() ? Uni.createFrom().voidItem() : wake(answer.restore()))
                .map(taken -> accepted(taken.id()));
    }

    private Uni<HttpResponse> report(HttpRequest call, String target) {
        return call.accepts("text/html")
                ? reports.page(target).map(HttpResponse::page)
                : reports.json(target).map(HttpResponse::ok);
    }

    /** It is due already: should the message be lost, the sweep finds it. */
    private Uni<Void> wake(RestoreId id) {
        return wakeUps.send(id, Trigger.ANY_CHAIN, Duration.ZERO).onFailure().recoverWithNull();
    }

    private Uni<Restore> restore(Map<String, String> path) {
        return restores.load(id(path)).map(found -> found.orElseThrow(Api::unknown));
    }

    private static RestoreId id(Map<String, String> path) {
        String id = path.getOrDefault("id", "");
        if (!RestoreId.isValid(id)) {
            throw unknown();
        }
        return new RestoreId(id);
    }

    private static RequestRejectedException unknown() {
        return new RequestRejectedException(
                FailureCode.UNKNOWN_RESTORE, "There is no restore, or no dry run, of this id.");
    }

    private static HttpResponse names(List<String> names) {
        ObjectNode json = RestoreJson.object();
        ArrayNode all = json.putArray("profiles");
        names.forEach(all::add);
        return HttpResponse.ok(json);
    }

    private Uni<HttpResponse> profile(String name) {
        Uni<Optional<Profile>> wanted =
                Profile.isName(name) ? profiles.profile(name) : Uni.createFrom().item(Optional.empty());
        return wanted.map(found -> found.map(profile -> HttpResponse.ok(RestoreJson.profile(name, profile)))
                .orElseThrow(
                        () -> new RequestRejectedException(FailureCode.NO_SUCH_PROFILE, "There is no such profile.")));
    }
}
