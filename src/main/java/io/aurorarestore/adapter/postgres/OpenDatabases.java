package io.aurorarestore.adapter.postgres;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.port.JobTime;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The databases of a profile, open together: where one cannot be opened none is changed. The session in each has the lock
 * of the restore's jobs there, and keeps it while a server still works for a job that was cut off.
 */
record OpenDatabases(Connections connections, JobLogin login, List<OpenDatabase> all) {

    Restore restore() {
        return login.restore();
    }

    JobTime time() {
        return login.time();
    }

    <T> Uni<T> open(List<DatabaseRoles> rest, Function<OpenDatabases, Uni<T>> work) {
        return rest.isEmpty()
                ? work.apply(this)
                : open(
                        rest.get(0),
                        one -> new OpenDatabases(
                                        connections,
                                        login,
                                        Stream.concat(all.stream(), Stream.of(one))
                                                .toList())
                                .open(rest.subList(1, rest.size()), work));
    }

    private <T> Uni<T> open(DatabaseRoles one, Function<OpenDatabase, Uni<T>> work) {
        return connections.open(
                login,
                one,
                FailureCode.DATABASE_FAILED,
                open -> open.in(() -> Transactions.lock(open.session(), restore()))
                        .chain(() -> work.apply(open)));
    }

    OpenDatabase first() {
        return all.get(0);
    }

    /** One after the other. */
    Uni<Void> each(Function<OpenDatabase, Uni<Void>> work) {
        return Sequential.of(all, work);
    }

    /** In one of these, or in another of the cluster. */
    Uni<Void> in(String database, Function<OpenDatabase, Uni<Void>> work) {
        return all.stream()
                .filter(one -> one.name().equals(database))
                .findFirst()
                .map(work)
                .orElseGet(() -> open(DatabaseRoles.none(database), work));
    }

    Uni<Void> read(OpenDatabase one, RoleDefinition role) {
        return connections.read(restore(), one.name(), time(), role);
    }
}
