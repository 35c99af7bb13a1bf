package io.aurorarestore.adapter.sns;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.notification.Announcement;
import io.aurorarestore.notification.NextCommand;
import io.aurorarestore.notification.NotificationTopic;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnnouncementMessageTest {

    private static final int SNS_TAKES = 262_144;
    private static final int ATTRIBUTES = 6 * 300;

    @ParameterizedTest
    @MethodSource("io.aurorarestore.adapter.sns.NewsSamples#ofEveryKind")
    void people_get_text_and_programs_json(Announcement announcement) {
        JsonNode message = written(announcement);

        assertThat(message.properties())
                .extracting(entry -> entry.getKey())
                .containsExactly("default", "sqs", "lambda", "http", "https", "firehose");
        assertThat(Json.read(message.path("sqs").asText()).path("messageId").asText())
                .isEqualTo(announcement.messageId());
        assertThat(message.path("default").asText()).contains(announcement.messageId());
    }

    @Test
    void a_plan_that_is_too_long_is_left_out_and_that_is_said() {
        JsonNode json = Json.read(written(Announcement.dryRun(DryRunReports.withSettings(300)))
                .path("sqs")
                .asText());

        assertThat(json.has("plan")).isFalse();
        assertThat(json.path("warnings").toString()).contains("was cut");
        assertThat(json.path("text").asText())
                .startsWith("Dry run of a restore")
                .endsWith("…");
    }

    @Test
    void a_plan_of_common_length_is_whole() {
        JsonNode json = Json.read(written(Announcement.dryRun(DryRunReports.withSettings(15)))
                .path("sqs")
                .asText());

        assertThat(json.at("/plan/settings")).hasSize(15);
        assertThat(json.path("warnings").toString()).doesNotContain("was cut");
    }

    @Test
    void commands_are_left_out_rather_than_cut() {
        Announcement tooMuch = with(
                Collections.nCopies(500, "instance x: aws rds delete-db-instance " + "x".repeat(500)),
                List.of(
                        new NextCommand("to go on", "aws " + "x".repeat(100_000)),
                        new NextCommand("to look", "aws x")));

        JsonNode json = Json.read(written(tooMuch).path("sqs").asText());

        assertThat(json.path("leftovers"))
                .allMatch(one -> one.asText().endsWith("x") || one.asText().endsWith(" more"));
        assertThat(json.path("leftovers").toString()).contains("… and ");
        assertThat(json.path("next")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\u0001", "\"", "ü", "\uD83D\uDE00", "\uD83D", "\n"})
    void however_long_it_is_it_fits(String one) {
        for (int length : new int[] {1_000, 20_000, 60_000, 400_000}) {
            String endless = one.repeat(length);
            Failure failure = new Failure(FailureCode.INVALID_REQUEST, endless);

            assertThat(size(RejectionAnnouncements.refused(endless, endless, endless, failure)))
                    .isLessThan(SNS_TAKES - ATTRIBUTES);
            assertThat(size(with(Collections.nCopies(300, endless.substring(0, 800)), List.of())))
                    .isLessThan(SNS_TAKES - ATTRIBUTES);
        }
    }

    @Test
    void a_cut_splits_no_character() {
        long seed = System.nanoTime();
        String padded = "x".repeat(new Random(seed).nextInt(2)) + "\uD83D\uDE00".repeat(100_000);

        String text = Json.read(written(RejectionAnnouncements.refused("key", padded, "", NewsSamples.FAILURE))
                        .path("sqs")
                        .asText())
                .path("target")
                .asText();

        assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .as("seed %d", seed)
                .isEqualTo(text);
    }

    private static Announcement with(List<String> leftovers, List<NextCommand> next) {
        return new Announcement(
                "id",
                Optional.empty(),
                "FAILED",
                "orders-drill",
                "default",
                "text",
                Optional.empty(),
                Optional.empty(),
                leftovers,
                leftovers,
                Optional.empty(),
                NotificationTopic.ERROR,
                next,
                Optional.empty());
    }

    private static JsonNode written(Announcement announcement) {
        return Json.read(AnnouncementMessage.write(announcement, "drill"));
    }

    private static int size(Announcement announcement) {
        return AnnouncementMessage.write(announcement, "drill").getBytes(StandardCharsets.UTF_8).length;
    }
}
