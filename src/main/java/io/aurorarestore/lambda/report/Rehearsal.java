package io.aurorarestore.lambda.report;

import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.aws.RestoreSource;
import io.aurorarestore.model.restore.Recovery;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.settings.OneDatabase;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What one restore proves: that a cluster was brought back, from which data, in which time, and that its checks held. */
record Rehearsal(Restore restore, Recovery recovery) {

    static Rehearsal of(Restore restore) {
        return new Rehearsal(restore, Recovery.of(restore));
    }

    /** What it came from: what was found, or else what was asked for. */
    String source() {
        return restore.outputs()
                .source()
                .map(RestoreSource::description)
                .orElseGet(() -> restore.accepted().request().source().description());
    }

    boolean succeeded() {
        return restore.status() == Status.SUCCEEDED;
    }

    /** By the names that errors tell them by. */
    List<String> checks() {
        List<OneDatabase> databases = restore.settings().database().databases();
        return databases.stream()
                .flatMap(one -> checks(one, databases.size() > 1 ? one.name() + ": " : ""))
                .toList();
    }

    private static Stream<String> checks(OneDatabase database, String prefix) {
        return IntStream.range(0, database.checks().size())
                .mapToObj(at -> prefix + database.checks().get(at).title(at + 1));
    }

    /**
     * Whether the data passed its verification, in which all checks hold. It fails by a check, or before them: by a script
     * that was not applied, a database that cannot be reached. Empty where the restore failed otherwise, is not there yet, or
     * has no checks.
     */
    Optional<Boolean> verified() {
        if (checks().isEmpty()) {
            return Optional.empty();
        }
        boolean failed = Stream.of(
                        restore.outcome().trouble(), restore.outcome().failure())
                .flatMap(Optional::stream)
                .anyMatch(failure -> failure.code() == FailureCode.VERIFICATION_FAILED);
        return succeeded() || failed ? Optional.of(succeeded()) : Optional.empty();
    }

    /** What needs a person comes first. */
    Optional<Failure> failure() {
        return restore.outcome().trouble().or(() -> restore.outcome().failure());
    }
}
