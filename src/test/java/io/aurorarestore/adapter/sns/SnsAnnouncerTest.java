package io.aurorarestore.adapter.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.adapter.Configured;
import io.aurorarestore.app.config.ServiceConfig;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.local.LocalClients;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.front.LocalEndpoint;
import io.aurorarestore.local.services.sns.Sns;
import io.aurorarestore.local.services.sqs.Sqs;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Endpoint;
import io.aurorarestore.model.restore.Outcome;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.restore.StepOutputs;
import io.aurorarestore.model.text.PlainText;
import io.aurorarestore.notification.Announcement;
import io.aurorarestore.notification.StateChange;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.Untold;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sns.SnsAsyncClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SnsAnnouncerTest {

    private static final ServiceConfig CONFIG = Configured.with(Map.of("environment", "drill"));
    private static final Failure REFUSAL = new Failure(FailureCode.INVALID_REQUEST, "That is no request.");

    private final LocalEndpoint endpoint = new LocalEndpoint(0, "-Dlocal.port");
    private final Sqs sqs = new Sqs(endpoint.port(), 1);
    private final SnsAsyncClient client = new LocalClients(endpoint).async("us-east-1", SnsAsyncClient.builder());
    private Sns sns;

    @BeforeAll
    void start() {
        endpoint.start();
    }

    @BeforeEach
    void topics() {
        sns = new Sns(sqs, Clock.systemUTC(), endpoint.uri());
        endpoint.serve("sns", sns.service());
        sns.createTopic("us-east-1", Map.of("TopicName", "completion"));
        sns.createTopic("us-east-1", Map.of("TopicName", "error"));
        sns.createTopic("us-east-1", Map.of("TopicName", "status"));
    }

    @AfterAll
    void stop() {
        client.close();
        endpoint.close();
        sqs.close();
    }

    @Test
    void what_went_well_is_told_on_the_topic_of_completions() {
        JsonNode published = announce(Announcement.endOf(ended(Status.SUCCEEDED, Optional.empty())));

        assertThat(published.path("topicArn").asText()).isEqualTo(CONFIG.completionTopic());
        assertThat(published.path("subject").asText()).isEqualTo("Aurora Restore: orders-drill SUCCEEDED");
        JsonNode message = message(published);
        assertThat(message.path("messageId").asText()).isEqualTo(TestData.ID + "-SUCCEEDED-CreateInstances-1");
        assertThat(message.path("restoreId").asText()).isEqualTo(TestData.ID.value());
        assertThat(message.path("environment").asText()).isEqualTo("drill");
        assertThat(message.path("endpoint").asText()).isEqualTo("orders-drill.example:5432");
        assertThat(message.path("leftovers")).isEmpty();
        assertThat(message.has("code")).isFalse();
    }

    @Test
    void what_went_wrong_is_told_on_the_topic_of_errors_with_advice() {
        Failure failure = new Failure(FailureCode.INSTANCE_FAILED, "Instance ar-1 is failed.");

        JsonNode published = announce(Announcement.endOf(ended(Status.FAILED, Optional.of(failure))));

        assertThat(published.path("topicArn").asText()).isEqualTo(CONFIG.errorTopic());
        JsonNode message = message(published);
        assertThat(message.path("code").asText()).isEqualTo("INSTANCE_FAILED");
        assertThat(message.path("message").asText()).isEqualTo("Instance ar-1 is failed.");
        assertThat(message.path("advice").asText()).isEqualTo(FailureCode.INSTANCE_FAILED.advice());
        assertThat(message.path("leftovers").get(0).asText())
                .contains(TestData.staged(StepName.CREATE_INSTANCES).names().staging());
    }

    @Test
    void a_dry_run_is_told_on_the_topic_of_status_updates() {
        JsonNode published = announce(Announcement.dryRun(DryRunReports.good()));

        assertThat(published.path("topicArn").asText()).isEqualTo(CONFIG.statusTopic());
        assertThat(message(published).at("/plan/steps/0/step").asText()).isEqualTo("LocateSource");
        assertThat(message(published).at("/plan/estimate/billed/0").toString())
                .isEqualTo("{\"what\":\"NEW_INSTANCES\",\"of\":\"db.r6g.large\",\"quantity\":2,"
                        + "\"unit\":\"instance-hour\",\"per\":\"HOUR\",\"note\":\"as long as there is the cluster\"}");
    }

    @Test
    void how_a_restore_gets_on_is_told_on_the_topic_of_status_updates() {
        JsonNode published = announce(Announcement.of(StateChange.of(TestData.restore(StepName.PREFLIGHT))));

        assertThat(published.path("topicArn").asText()).isEqualTo(CONFIG.statusTopic());
        assertThat(message(published).path("status").asText()).isEqualTo("RUNNING");
        assertThat(message(published).path("text").asText()).contains("Preflight");
    }

    @Test
    void people_get_text_and_programs_json() {
        JsonNode published = announce(Announcement.endOf(ended(Status.SUCCEEDED, Optional.empty())));

        assertThat(published.path("default").asText()).startsWith("orders-drill: SUCCEEDED\n");
        assertThat(message(published).isObject()).isTrue();
    }

    @Test
    void a_subscription_can_be_filtered_by_attributes() {
        JsonNode attributes = announce(Announcement.endOf(ended(Status.SUCCEEDED, Optional.empty())))
                .path("messageAttributes");

        assertThat(attributes.at("/messageId/Value").asText()).isEqualTo(TestData.ID + "-SUCCEEDED-CreateInstances-1");
        assertThat(attributes.at("/restoreId/Value").asText()).isEqualTo(TestData.ID.value());
        assertThat(attributes.at("/status/Value").asText()).isEqualTo("SUCCEEDED");
        assertThat(attributes.at("/target/Value").asText()).isEqualTo("orders-drill");
        assertThat(attributes.at("/profile/Value").asText()).isEqualTo("default");
        assertThat(attributes.at("/environment/Value").asText()).isEqualTo("drill");
        assertThat(attributes.at("/status/Type").asText()).isEqualTo("String");
    }

    @Test
    void the_same_news_has_the_same_id() {
        Announcement news = Announcement.endOf(ended(Status.SUCCEEDED, Optional.empty()));

        assertThat(message(announce(news)).path("messageId"))
                .isEqualTo(message(announce(news)).path("messageId"));
    }

    @Test
    void a_request_without_a_target_is_refused_without_that_attribute() {
        JsonNode published = announce(RejectionAnnouncements.refused("key", "", "", REFUSAL));

        assertThat(published.path("topicArn").asText()).isEqualTo(CONFIG.errorTopic());
        assertThat(published.path("subject").asText()).isEqualTo("Aurora Restore: request REFUSED");
        assertThat(published.path("messageAttributes").has("target")).isFalse();
        assertThat(message(published).path("requestId").asText()).isEqualTo("key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"two\nlines\r\n", "größe 数据库 \uD83D\uDE00", "nul\u0000 and bell\u0007", "\u2028\u0085", "<&\">"})
    void whatever_a_refused_request_holds_its_refusal_is_told(String odd) {
        JsonNode published = announce(RejectionAnnouncements.refused(odd, odd, odd, new Failure(REFUSAL.code(), odd)));

        assertThat(published.path("subject").asText()).matches("[ -~]{1,100}");
        published
                .path("messageAttributes")
                .forEach(attribute ->
                        assertThat(attribute.path("Value").asText()).matches("[ -~]{1,256}"));
        assertThat(message(published).path("target").asText()).isEqualTo(PlainText.visible(odd));
    }

    @Test
    void however_long_a_refused_request_is_its_refusal_is_told() {
        String endless = "\u0001x".repeat(200_000);

        JsonNode published = announce(
                RejectionAnnouncements.refused(endless, endless, endless, new Failure(REFUSAL.code(), endless)));

        assertThat(published.path("subject").asText())
                .hasSizeLessThanOrEqualTo(100)
                .endsWith(" REFUSED");
        assertThat(message(published).path("code").asText()).isEqualTo("INVALID_REQUEST");
    }

    @Test
    void a_topic_that_is_not_there_fails_the_announcement() {
        SnsAnnouncer lost = new SnsAnnouncer(
                client, Configured.with(Map.of("error-topic", "arn:aws:sns:us-east-1:123456789012:lost")));

        assertThatThrownBy(() -> lost.announce(RejectionAnnouncements.refused("key", "", "", REFUSAL))
                        .await()
                        .indefinitely())
                .isInstanceOf(CallFailedException.class);
    }

    @Test
    void news_are_published_together_and_each_is_as_if_it_were_alone() {
        Announcement one = news(StepName.COPY_SNAPSHOT);
        Announcement other = news(StepName.RESTORE_CLUSTER);
        JsonNode alone = announce(one);

        assertThat(announceAll(CONFIG, List.of(one, other))).isEmpty();

        assertThat(sns.toJson()).hasSize(3);
        assertThat(message(sns.toJson().get(1))).isEqualTo(message(alone));
        assertThat(sns.toJson().get(1).path("subject")).isEqualTo(alone.path("subject"));
        assertThat(message(sns.toJson().get(2)).path("messageId").asText()).isEqualTo(other.messageId());
    }

    @Test
    void news_for_a_topic_that_is_not_there_are_untold_and_the_others_are_told() {
        ServiceConfig config = Configured.with(Map.of("status-topic", "arn:aws:sns:us-east-1:123456789012:lost"));

        List<Untold> untold = announceAll(
                config,
                List.of(
                        news(StepName.COPY_SNAPSHOT),
                        RejectionAnnouncements.refused("key", "", "", REFUSAL),
                        news(StepName.RESTORE_CLUSTER)));

        assertThat(untold).extracting(Untold::at).containsExactlyInAnyOrder(0, 2);
        assertThat(sns.toJson()).hasSize(1);
    }

    @Test
    void more_news_than_a_batch_takes_are_several_batches() {
        List<Announcement> many = Collections.nCopies(25, news(StepName.COPY_SNAPSHOT));

        assertThat(announceAll(CONFIG, many)).isEmpty();

        assertThat(sns.toJson()).hasSize(25);
    }

    private static Announcement news(StepName step) {
        return Announcement.of(StateChange.of(TestData.restore(step)));
    }

    private List<Untold> announceAll(ServiceConfig config, List<Announcement> news) {
        return new SnsAnnouncer(client, config).announceAll(news).await().indefinitely();
    }

    private static Restore ended(Status status, Optional<Failure> why) {
        Restore staged = TestData.staged(StepName.CREATE_INSTANCES);
        StepOutputs found = staged.outputs().withEndpoint(new Endpoint("orders-drill.example", 5432));
        Outcome outcome =
                why.map(failure -> Outcome.NONE.stuck(failure, Status.RUNNING)).orElse(Outcome.NONE);
        return staged.with(found).with(outcome).ended(status, TestData.NOW);
    }

    private JsonNode announce(Announcement announcement) {
        new SnsAnnouncer(client, CONFIG).announce(announcement).await().indefinitely();
        JsonNode published = sns.toJson();
        return published.get(published.size() - 1);
    }

    private static JsonNode message(JsonNode published) {
        return Json.read(published.path("message").asText());
    }
}
