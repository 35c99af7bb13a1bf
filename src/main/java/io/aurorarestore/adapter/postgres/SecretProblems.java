package io.aurorarestore.adapter.postgres;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.request.Credentials;
import io.aurorarestore.model.text.NameList;
import io.aurorarestore.port.CallFailedException;
import io.smallrye.mutiny.CompositeException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Gathers all that is wrong with some secrets, to tell it at once. What may pass by itself is only told where nothing
 * else is wrong.
 */
final class SecretProblems {

    private SecretProblems() {}

    static Throwable atOnce(CompositeException all) {
        List<CallFailedException> fatal = all.getCauses().stream()
                .filter(CallFailedException.class::isInstance)
                .map(CallFailedException.class::cast)
                .filter(failed -> failed.kind() == CallFailedException.Kind.FATAL)
                .toList();
        return fatal.isEmpty() ? all.getCauses().get(0) : together(fatal);
    }

    /** Which of them the role would have in the end was left to chance. */
    static void refuseTwoPasswords(Map<String, Credentials> bySecret) {
        Map<String, String> known = new HashMap<>();
        new TreeMap<>(bySecret).forEach((secret, credentials) -> {
            String other = known.putIfAbsent(credentials.username(), secret);
            if (other != null && !credentials.equals(bySecret.get(other))) {
                throw new CallFailedException(
                        CallFailedException.Kind.FATAL,
                        FailureCode.SECRET_UNUSABLE,
                        "Secrets " + other + " and " + secret + " give role " + NameList.of(credentials.username())
                                + " two passwords: leave one of them out.");
            }
        });
    }

    private static CallFailedException together(List<CallFailedException> fatal) {
        Set<FailureCode> codes =
                fatal.stream().map(failed -> failed.failure().code()).collect(Collectors.toSet());
        return new CallFailedException(
                CallFailedException.Kind.FATAL,
                codes.size() == 1 ? codes.iterator().next() : FailureCode.SECRET_UNUSABLE,
                fatal.stream().map(CallFailedException::getMessage).distinct().collect(Collectors.joining(" ")));
    }
}
