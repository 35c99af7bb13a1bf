package io.aurorarestore.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aurorarestore.adapter.sns.AnnouncementJson;
import io.aurorarestore.app.metrics.Metrics;
import io.aurorarestore.engine.DryRunInEmptyAccount;
import io.aurorarestore.engine.InMemoryRestores;
import io.aurorarestore.engine.OneProfile;
import io.aurorarestore.engine.StepSequence;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.fuzz.Fuzz;
import io.aurorarestore.fuzz.Samples;
import io.aurorarestore.intake.HookAnswers;
import io.aurorarestore.intake.Intake;
import io.aurorarestore.intake.OperatorActions;
import io.aurorarestore.json.ProfileReader;
import io.aurorarestore.json.QueueMessage;
import io.aurorarestore.json.QueueMessages;
import io.aurorarestore.json.UnreadableMessageException;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.DatabaseJob;
import io.aurorarestore.model.text.PlainText;
import io.aurorarestore.model.text.Sensitive;
import io.aurorarestore.notification.Announcement;
import io.aurorarestore.plan.RestorePlan;
import io.aurorarestore.port.Workflows;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

public class InboxFuzzTest {

    private static final Logger LOG = Logger.getLogger(Rejections.class.getName());
    private static final int LONGEST_NEWS = 100_000;
    private static final JsonMapper JSON = new JsonMapper();
    private static final DatabaseJob JOB = new DatabaseJob(TestData.ID, StepName.VERIFY_RESTORE, 2, 1);
    private static final List<String> MESSAGES =
            List.of(QueueMessages.wakeUp(TestData.ID, 7), QueueMessages.job(JOB), QueueMessages.report(JOB));

    public static final Fuzz.Target INBOX = InboxFuzzTest::work;
    public static final Fuzz.Target OWN = InboxFuzzTest::own;

    private static final StepSequence PLAN = RestorePlan.at(TestData.HOME);
    private static final Clock CLOCK = Clock.fixed(TestData.NOW, ZoneOffset.UTC);
    private static final OneProfile PROFILES = new OneProfile(() -> ProfileReader.read(Samples.PROFILE));

    /** Whoever is refused is told in the log. */
    @BeforeAll
    static void beSilent() {
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void speakAgain() {
        LOG.setLevel(null);
    }

    /** A fresh service for each: one message says nothing about the next. */
    @Test
    void whatever_comes_to_the_inbox_is_worked_on_or_refused() {
        Fuzz.run(everything(), INBOX);
    }

    private static void work(String text) {
        InboxMessage parsed = new InboxMessageParser().parse(message(text));
        List<ReconcileTask> tasks = Routed.by(router(), parsed);

        assertThat(tasks)
                .hasSizeLessThan(10)
                .allSatisfy(task -> assertThat(task.trigger().cause()).hasSizeLessThan(4096));
    }

    @Test
    void a_message_of_the_service_to_itself_is_read_or_said_to_be_none() {
        Fuzz.run(MESSAGES, OWN);
    }

    private static void own(String text) {
        try {
            read(QueueMessages.read(JSON.readTree(text)));
        } catch (JsonProcessingException | UnreadableMessageException none) {
            assertThat(none).hasMessageNotContaining("Cannot invoke");
        }
    }

    private static void read(QueueMessage message) {
        if (message.report() != null) {
            assertThat(QueueMessages.job(message.report().job())).isNotNull();
        }
        QueueMessages.job(message.job());
    }

    public static List<String> everything() {
        return Stream.of(Samples.rdsEvents(), Samples.clientEvents(), MESSAGES)
                .flatMap(List::stream)
                .toList();
    }

    private static MessageRouter router() {
        InMemoryRestores store = new InMemoryRestores(TestData.HOME);
        Metrics metrics = new Metrics("test", CLOCK, line -> {});
        Requesters requesters = new Requesters(InboxFuzzTest::told, workflows());
        DryRunInEmptyAccount rehearsal = new DryRunInEmptyAccount(store, PROFILES);
        AnsweredAtOnce reports = new AnsweredAtOnce(rehearsal);
        RequestProcessor requests = reports.to(new RequestProcessor(
                new Intake(store, PROFILES, PLAN, CLOCK, entry -> {}),
                rehearsal.dryRun(),
                new OperatorActions(store, PROFILES, PLAN, CLOCK, entry -> {}),
                requesters,
                reports,
                new Rejections(store, requesters, CLOCK, metrics),
                metrics,
                TestData.HOME));
        return new MessageRouter(
                store,
                requests,
                new SnapshotTriggers(PROFILES, requests, TestData.HOME),
                new HookAnswerProcessor(new HookAnswers(store, PROFILES, CLOCK, entry -> {})),
                metrics);
    }

    private static Uni<Void> told(Announcement announcement) {
        assertThat(announcement.text()).hasSizeLessThan(LONGEST_NEWS);
        assertThat(PlainText.isPlain(announcement.text().replace("\n", ""))).isTrue();
        assertThat(AnnouncementJson.write(announcement, "test", 250_000)).matches(PlainText::isPlain);
        return Uni.createFrom().voidItem();
    }

    private static Workflows workflows() {
        return new Workflows() {
            @Override
            public Uni<Void> end(Sensitive taskToken, Announcement announcement) {
                return Uni.createFrom().voidItem();
            }

            @Override
            public Uni<Void> heartbeat(Sensitive taskToken) {
                return Uni.createFrom().voidItem();
            }
        };
    }

    private static SQSMessage message(String body) {
        SQSMessage message = new SQSMessage();
        message.setMessageId("message-1");
        message.setBody(body);
        return message;
    }
}
