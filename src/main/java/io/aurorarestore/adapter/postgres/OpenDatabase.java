package io.aurorarestore.adapter.postgres;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.settings.OneDatabase;
import io.aurorarestore.model.text.NameList;
import io.aurorarestore.port.CallFailedException;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Supplier;

/**
 * A database of the restored cluster that is worked on, with the master's session in it.
 *
 * @param code of what fails
 * @param amongOthers whether people have to be told which one it is
 */
record OpenDatabase(DatabaseRoles content, Session session, FailureCode code, boolean amongOthers) {

    String name() {
        return content.name();
    }

    OneDatabase database() {
        return content.database();
    }

    ApplicationRoles roles() {
        return new ApplicationRoles(session, name(), content.roles());
    }

    <T> Uni<T> inTransaction(Supplier<Uni<? extends T>> work) {
        return in(() -> Transactions.in(session, work));
    }

    /** What fails is told here, where the names of its objects are known. */
    <T> Uni<T> in(Supplier<Uni<? extends T>> work) {
        return Uni.createFrom()
                .<T>deferred(work)
                .onFailure(ProfileSqlException.class)
                .recoverWithUni(failure -> failure.told(session, code)
                        .chain(told -> Uni.createFrom().failure(told)))
                .onFailure()
                .transform(failure -> named(PgErrors.classify(code, failure)));
    }

    List<String> named(List<String> texts) {
        return texts.stream().map(this::named).toList();
    }

    private CallFailedException named(CallFailedException failure) {
        return new CallFailedException(failure.kind(), failure.failure().code(), named(failure.getMessage()));
    }

    private String named(String text) {
        return amongOthers ? "In database " + NameList.of(name()) + ": " + text : text;
    }
}
