package io.aurorarestore.adapter.sns;

import io.aurorarestore.model.Failure;
import io.aurorarestore.model.text.PlainText;
import io.aurorarestore.notification.Announcement;
import io.aurorarestore.notification.NextCommand;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Cuts an announcement that is too long for SNS, and shows that it was cut. */
record Shortened(int longest, int most) {

    private static final int LONGEST_TEXT = 16_384;

    private static final String CUT = "This message was too long for SNS and was cut.";

    /** What {@code write} makes of the announcement, cut until that has at most so many bytes. */
    static String until(int bytes, Announcement whole, Function<Announcement, String> write) {
        // so many characters are as many bytes at least: all of that is not worth writing
        Announcement first = characters(whole) > bytes ? to(LONGEST_TEXT, whole) : whole;
        String written = write.apply(first);
        for (int longest = LONGEST_TEXT; written.getBytes(StandardCharsets.UTF_8).length > bytes; longest /= 2) {
            written = write.apply(to(longest, whole));
        }
        return written;
    }

    private static long characters(Announcement whole) {
        return Stream.of(List.of(whole.target(), whole.text()), whole.warnings(), whole.leftovers())
                .flatMap(List::stream)
                .mapToLong(String::length)
                .sum();
    }

    /** @param longest text, in characters; lists become shorter with it */
    static Announcement to(int longest, Announcement whole) {
        return new Shortened(longest, Math.max(2, longest / 128)).cut(whole);
    }

    private Announcement cut(Announcement whole) {
        return new Announcement(
                text(whole.messageId()),
                whole.restoreId(),
                whole.status(),
                text(whole.target()),
                text(whole.profile()),
                text(whole.text()),
                whole.endpoint(),
                whole.failure().map(failure -> new Failure(failure.code(), text(failure.message()))),
                Stream.concat(Stream.of(CUT), whole.warnings().stream().limit(most))
                        .map(this::text)
                        .toList(),
                whole(whole.leftovers()),
                Optional.empty(),
                whole.topic(),
                whole.next().stream().filter(this::fits).toList(),
                whole.requestId().map(this::text));
    }

    private String text(String text) {
        return PlainText.shortened(text, longest);
    }

    /** Each holds a command, and half a command is worse than none. */
    private List<String> whole(List<String> leftovers) {
        List<String> kept = leftovers.stream()
                .filter(one -> one.length() <= longest)
                .limit(most)
                .toList();
        int lost = leftovers.size() - kept.size();
        return lost == 0
                ? kept
                : Stream.concat(kept.stream(), Stream.of("… and " + lost + " more"))
                        .toList();
    }

    private boolean fits(NextCommand next) {
        return next.command().length() <= longest;
    }
}
