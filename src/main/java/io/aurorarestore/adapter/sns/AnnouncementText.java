package io.aurorarestore.adapter.sns;

import io.aurorarestore.model.Failure;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.text.PlainText;
import io.aurorarestore.notification.Announcement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes an announcement as plain text for people: what the reader of an e-mail gets. */
final class AnnouncementText {

    private static final String CODES = "Each code is explained in docs/errors.md of Aurora Restore.";

    private AnnouncementText() {}

    static String write(Announcement announcement, String environment) {
        List<String> parts = new ArrayList<>();
        parts.add(oneLine(announcement.target().isEmpty() ? "request" : announcement.target()) + ": "
                + announcement.status());
        parts.add(announcement.text());
        announcement
                .failure()
                .filter(failure -> untold(announcement, failure))
                .ifPresent(failure -> parts.add("Why: " + failure.description()));
        announcement.endpoint().ifPresent(endpoint -> parts.add("It answers at " + endpoint + "."));
        list(parts, "Warnings:", announcement.warnings());
        list(parts, "Left over, each with the command that removes it:", announcement.leftovers());
        next(parts, announcement);
        parts.add(facts(announcement, environment));
        announcement.failure().ifPresent(failure -> parts.add(CODES));
        return parts.stream().map(AnnouncementText::printable).collect(Collectors.joining("\n\n", "", "\n"));
    }

    private static boolean untold(Announcement announcement, Failure failure) {
        return !announcement.text().contains(failure.message());
    }

    private static void list(List<String> parts, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            parts.add(lines.stream().collect(Collectors.joining("\n- ", title + "\n- ", "")));
        }
    }

    private static void next(List<String> parts, Announcement announcement) {
        if (!announcement.next().isEmpty()) {
            parts.add(announcement.next().stream()
                    .map(one -> one.purpose() + ":\n    " + one.command())
                    .collect(Collectors.joining("\n- ", "What to do next:\n- ", "")));
        }
    }

    private static String facts(Announcement announcement, String environment) {
        return "Restore: " + announcement.restoreId().map(RestoreId::value).orElse("none was opened")
                + announcement
                        .requestId()
                        .map(id -> "\nRequest: " + oneLine(id))
                        .orElse("")
                + "\nProfile: " + oneLine(announcement.profile())
                + "\nEnvironment: " + environment
                + "\nMessage id: " + oneLine(announcement.messageId());
    }

    /** A name of somebody's choosing must not look like lines of ours. */
    private static String oneLine(String name) {
        return PlainText.visible(name);
    }

    private static String printable(String part) {
        return PlainText.visible(part, "\n\t");
    }
}
