package io.aurorarestore.adapter.postgres;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.port.CallFailed;
import io.smallrye.mutiny.CompositeException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** All that is wrong with some secrets, at once. What may pass by itself is only told where nothing else is wrong. */
final class SecretProblems {

    private SecretProblems() {}

    static Throwable atOnce(CompositeException all) {
        List<CallFailed> fatal = all.getCauses().stream()
                .filter(CallFailed.class::isInstance)
                .map(CallFailed.class::cast)
                .filter(failed -> failed.kind() == CallFailed.Kind.FATAL)
                .toList();
        return fatal.isEmpty() ? all.getCauses().get(0) : together(fatal);
    }

    private static CallFailed together(List<CallFailed> fatal) {
        Set<FailureCode> codes =
                fatal.stream().map(failed -> failed.failure().code()).collect(Collectors.toSet());
        return new CallFailed(
                CallFailed.Kind.FATAL,
                codes.size() == 1 ? codes.iterator().next() : FailureCode.SECRET_UNUSABLE,
                fatal.stream().map(CallFailed::getMessage).distinct().collect(Collectors.joining(" ")));
    }
}
