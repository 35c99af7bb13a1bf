package io.aurorarestore.adapter.postgres;

import io.aurorarestore.adapter.secretsmanager.SecretReader;
import io.aurorarestore.model.request.Credentials;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.port.JobTime;
import io.smallrye.mutiny.Uni;

/**
 * What all connections of one job have in common.
 *
 * @param restore whose cluster they lead to
 * @param time that the job has
 * @param master the master user's credentials, read once however many connections there are
 */
record JobLogin(Restore restore, JobTime time, Uni<Credentials> master) {

    /** The same login, for work that has another time. */
    JobLogin in(JobTime another) {
        return new JobLogin(restore, another, master);
    }

    static JobLogin of(Restore restore, JobTime time, SecretReader secrets) {
        Uni<Credentials> read = Uni.createFrom()
                .deferred(() -> restore.managedSecret()
                        ? secrets.current(restore.masterSecret())
                        : secrets.version(restore.masterSecret(), restore.masterVersion()));
        return new JobLogin(restore, time, read.memoize().indefinitely());
    }
}
