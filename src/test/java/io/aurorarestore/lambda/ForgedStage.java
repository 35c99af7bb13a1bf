package io.aurorarestore.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.adapter.sns.AnnouncementJson;
import io.aurorarestore.app.LoggedTransitions;
import io.aurorarestore.app.metrics.Metrics;
import io.aurorarestore.engine.DryRunInEmptyAccount;
import io.aurorarestore.engine.InMemoryRestores;
import io.aurorarestore.engine.OneProfile;
import io.aurorarestore.engine.StepSequence;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.intake.HookAnswers;
import io.aurorarestore.intake.Intake;
import io.aurorarestore.intake.OperatorActions;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.RejectedRequest;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.text.PlainText;
import io.aurorarestore.model.text.Sensitive;
import io.aurorarestore.notification.Announcement;
import io.aurorarestore.plan.RestorePlan;
import io.aurorarestore.port.Workflows;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An inbox, and all that leaves the service because of it. */
final class ForgedStage {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Clock CLOCK = Clock.fixed(TestData.NOW, ZoneOffset.UTC);
    private static final StepSequence PLAN = RestorePlan.at(TestData.HOME);

    final List<Announcement> told = new ArrayList<>();
    final InMemoryRestores store = new InMemoryRestores(TestData.HOME);
    final List<String> left = new ArrayList<>();
    private final Metrics metrics = new Metrics("test", CLOCK, left::add);
    final LoggedTransitions transitions = new LoggedTransitions(metrics);
    private final OneProfile profiles = new OneProfile(
            () -> TestData.profile(Optional.of(List.of("orders-*")), Optional.of(List.of("*")), ClusterSettings.NONE));
    final OperatorActions control = new OperatorActions(store, profiles, PLAN, CLOCK, transitions);

    RestoreId open() {
        send("Restore Requested", request());
        return store.holder("orders-drill").await().indefinitely().orElseThrow();
    }

    static ObjectNode request() {
        ObjectNode request = JSON.createObjectNode().put("target", "orders-drill");
        request.putObject("source").put("cluster", "orders-prod");
        return request;
    }

    void send(String type, ObjectNode detail) {
        ObjectNode event = JSON.createObjectNode()
                .put("id", "event-" + told.size())
                .put("source", "aurora-restore.client")
                .put("account", "123456789012")
                .put("detail-type", type);
        event.set("detail", detail);
        SQSMessage message = new SQSMessage();
        message.setMessageId("message-1");
        message.setBody(event.toString());
        Routed.by(router(), new InboxMessageParser().parse(message));
    }

    private MessageRouter router() {
        Requesters requesters = new Requesters(this::tell, new NobodyWaits());
        DryRunInEmptyAccount rehearsal = new DryRunInEmptyAccount(store, profiles);
        AnsweredAtOnce reports = new AnsweredAtOnce(rehearsal);
        RequestProcessor requests = reports.to(new RequestProcessor(
                new Intake(store, profiles, PLAN, CLOCK, transitions),
                rehearsal.dryRun(),
                control,
                requesters,
                reports,
                new Rejections(store, requesters, CLOCK, metrics),
                metrics,
                TestData.HOME));
        return new MessageRouter(
                store,
                requests,
                new SnapshotTriggers(profiles, requests, TestData.HOME),
                new HookAnswerProcessor(new HookAnswers(store, profiles, CLOCK, transitions)),
                metrics);
    }

    private Uni<Void> tell(Announcement news) {
        told.add(news);
        return Uni.createFrom().voidItem();
    }

    void assertPlain(List<String> logged) {
        left.addAll(logged);
        told.forEach(news -> left.addAll(told(news)));
        told.forEach(news -> left.addAll(audited(store.refusal(news.requestId().orElseThrow()))));
        store.holder("orders-drill")
                .await()
                .indefinitely()
                .ifPresent(id -> store.audit(id).forEach(entry -> left.addAll(audited(entry))));
        assertThat(left).isNotEmpty().allMatch(PlainText::isPlain);
    }

    private static List<String> told(Announcement news) {
        return List.of(
                AnnouncementJson.write(news, "test", 250_000),
                news.text(),
                news.target(),
                news.profile(),
                news.requestId().orElseThrow());
    }

    private static List<String> audited(RejectedRequest refusal) {
        return List.of(
                refusal.key(),
                refusal.target(),
                refusal.profile(),
                refusal.by(),
                refusal.failure().message());
    }

    private static List<String> audited(AuditEntry entry) {
        return List.of(entry.what(), entry.why(), entry.cause(), entry.by());
    }

    private static final class NobodyWaits implements Workflows {
        @Override
        public Uni<Void> end(Sensitive taskToken, Announcement announcement) {
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> heartbeat(Sensitive taskToken) {
            return Uni.createFrom().voidItem();
        }
    }
}
