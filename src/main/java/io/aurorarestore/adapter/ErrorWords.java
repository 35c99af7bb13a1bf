package io.aurorarestore.adapter;

import io.aurorarestore.model.text.PlainText;
import java.net.ConnectException;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Describes an error of AWS to people: its code, and what the service itself says. An SDK's text, which is advice to
 * programmers, never shows: it is replaced by "took too long" or "could not be reached".
 */
public final class ErrorWords {

    /** Long enough for a right that is missing, with action and resource. */
    private static final int LONGEST = 400;

    /** In place of a code, where AWS did not answer. */
    public static final String NO_ANSWER = "NoAnswer";

    private static final String UNPRINTABLE = "[\\p{C}\\p{Zl}\\p{Zp}]+";

    private ErrorWords() {}

    /** The error's code, or the HTTP status where there is none. */
    public static String code(AwsServiceException error) {
        return details(error)
                .map(AwsErrorDetails::errorCode)
                .map(ErrorWords::shown)
                .orElse("HTTP " + error.statusCode());
    }

    /** The code with the service's own message, where it has one. */
    public static String of(AwsServiceException error) {
        return details(error)
                .map(AwsErrorDetails::errorMessage)
                .filter(text -> !text.isBlank())
                .map(text -> code(error) + ": " + shown(text))
                .orElseGet(() -> code(error));
    }

    /** Why there was no answer, after the name of who did not give one. */
    public static String noAnswer(Throwable cause) {
        boolean late = Stream.iterate(cause, error -> error != null, Throwable::getCause)
                .limit(10)
                .anyMatch(ErrorWords::isLate);
        return late ? "took too long to answer" : "could not be reached";
    }

    /** A connection that is not there in time is no slow answer. */
    private static boolean isLate(Throwable error) {
        return error.getClass().getSimpleName().endsWith("TimeoutException") && !(error instanceof ConnectException);
    }

    private static Optional<AwsErrorDetails> details(AwsServiceException error) {
        return Optional.ofNullable(error.awsErrorDetails());
    }

    private static String shown(String text) {
        return PlainText.shortened(text.replaceAll(UNPRINTABLE, " ").strip(), LONGEST - 1);
    }
}
