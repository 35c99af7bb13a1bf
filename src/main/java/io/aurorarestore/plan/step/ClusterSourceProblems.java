package io.aurorarestore.plan.step;

import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.aws.ClusterMoment;
import io.aurorarestore.model.aws.RestoreSource;
import io.aurorarestore.model.restore.Restore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks what is asked for beside a source that is a cluster: another key, or the end of that very cluster. */
record ClusterSourceProblems(Restore restore) {

    List<Failure> problems() {
        List<Failure> problems = new ArrayList<>();
        restore.outputs().source().flatMap(RestoreSource::moment).ifPresent(moment -> {
            key(moment).ifPresent(what -> problems.add(new Failure(FailureCode.SETTINGS_UNSUITABLE, what)));
            itself(moment).ifPresent(what -> problems.add(new Failure(FailureCode.SOURCE_IS_TARGET, what)));
        });
        return problems;
    }

    private Optional<String> key(ClusterMoment moment) {
        return restore.settings()
                .asked()
                .kmsKeyId()
                .filter(key -> !moment.keyOfRestored().equals(Optional.of(key)))
                .map(key -> moment.encrypted()
                        ? "A clone has the key of its source, " + moment.arn()
                                + ": leave kmsKeyId out, or ask for \"at\": \"latest\", which may get another key."
                        : "Cluster " + moment.arn()
                                + " is not encrypted, and RDS gives what it restores or clones of it no key: leave"
                                + " kmsKeyId out, or restore a snapshot, which may get one.");
    }

    /** Its data would go before they are restored. */
    private Optional<String> itself(ClusterMoment moment) {
        return restore.outputs()
                .predecessor()
                .filter(old -> restore.clearsFirst())
                .filter(old -> old.resourceId().equals(moment.cluster().resourceId()))
                .map(old ->
                        "Cluster " + restore.target() + " would be deleted before its own data are restored from it.");
    }
}
