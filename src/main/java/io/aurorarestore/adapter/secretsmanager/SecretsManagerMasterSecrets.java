package io.aurorarestore.adapter.secretsmanager;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.aws.SecretVersion;
import io.aurorarestore.model.request.Credentials;
import io.aurorarestore.model.text.Sensitive;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.MasterSecrets;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerAsyncClient;

/**
 * Stages and activates master passwords by the version stages of Secrets Manager. Each call begins by describing what
 * is there, so that it may be cut off anywhere and repeated.
 *
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html">Versions</a>
 */
@ApplicationScoped
class SecretsManagerMasterSecrets implements MasterSecrets {

    private static final Uni<Void> NOTHING = Uni.createFrom().voidItem();

    private final SecretsManagerAsyncClient secrets;
    private final SecretReader reader;
    private final Passwords passwords = new Passwords();

    SecretsManagerMasterSecrets(SecretsManagerAsyncClient secrets, SecretReader reader) {
        this.secrets = secrets;
        this.reader = reader;
    }

    /** What another invocation put first is what counts. */
    @Override
    public Uni<Credentials> stage(RestoreId by, String secret, String version, String username) {
        return calls(secret)
                .find()
                .chain(found -> found.map(state -> stageIn(state, by, secret, version, username))
                        .orElseGet(() -> stageInNew(by, secret, version, username)));
    }

    private Uni<Credentials> stageIn(SecretState state, RestoreId by, String secret, String version, String username) {
        Uni<Void> ready = prepare(by, secret, state);
        if (state.has(version)) {
            return ready.chain(() -> reader.version(secret, version));
        }
        return state.unused()
                ? ready.chain(() -> put(secret, version, username, Optional.empty()))
                : ready.chain(() -> putAfterReading(secret, version, username));
    }

    /** Where it was created meanwhile, it may hold something. */
    private Uni<Credentials> stageInNew(RestoreId by, String secret, String version, String username) {
        return calls(secret)
                .create(by)
                .chain(created -> created
                        ? put(secret, version, username, Optional.empty())
                        : putAfterReading(secret, version, username));
    }

    /** A secret that can be staged in: one that is there and has a first version already. */
    private Uni<Void> prepare(RestoreId by, String secret, SecretState state) {
        Uni<Void> ready = revive(secret, state);
        if (state.unused() && !state.unusedOf(by) && state.staged().isEmpty()) {
            return ready.chain(() -> calls(secret).claim(by));
        }
        return state.holder(SecretState.CURRENT).isPresent()
                ? ready
                : ready.chain(() -> calls(secret).put(Placeholder.VERSION, Placeholder.TEXT, SecretState.CURRENT))
                        .replaceWithVoid();
    }

    /** What a restore made for nothing, and so deleted, is brought back; what somebody else deleted is not. */
    private Uni<Void> revive(String secret, SecretState state) {
        if (!state.deleted()) {
            return NOTHING;
        }
        return state.unused() ? calls(secret).bringBack() : Uni.createFrom().failure(deleted(secret));
    }

    /** Only the login changes: what else the secret says, such as the host, stays. */
    private Uni<Credentials> putAfterReading(String secret, String version, String username) {
        return reader.value(secret)
                .map(before -> before.map(Sensitive::reveal).filter(text -> !Placeholder.TEXT.equals(text)))
                .chain(before -> put(secret, version, username, before));
    }

    private Uni<Credentials> put(String secret, String version, String username, Optional<String> before) {
        Credentials made = new Credentials(username, passwords.next());
        return calls(secret)
                .put(version, SecretValue.write(secret, before, made), SecretState.PENDING)
                .chain(first -> first ? Uni.createFrom().item(made) : reader.version(secret, version));
    }

    @Override
    public Uni<Void> activate(String secret, String version) {
        return calls(secret)
                .describe()
                .chain(state -> revive(secret, state)
                        .chain(() -> state.isCurrent(version)
                                ? NOTHING
                                : calls(secret).makeCurrent(version, state.holder(SecretState.CURRENT)))
                        .chain(() -> state.isStaged(version) ? calls(secret).unstage(version) : NOTHING));
    }

    @Override
    public Uni<Optional<String>> staged(String secret) {
        return calls(secret)
                .find()
                .map(found -> found.map(state -> staged(secret, state)).orElse(Optional.empty()));
    }

    @Override
    public Uni<Optional<SecretVersion>> current(String secret) {
        return calls(secret)
                .find()
                .map(found -> found.map(state -> new SecretVersion(state.arn(), state.holder(SecretState.CURRENT))))
                .onFailure(CallFailedException.as(CallFailedException.Kind.FATAL))
                .recoverWithItem(Optional.empty());
    }

    private static Optional<String> staged(String secret, SecretState state) {
        if (state.deleted() && !state.unused()) {
            throw deleted(secret);
        }
        return state.staged();
    }

    /** A version that is current is never dropped, nor a secret that has one of ours or somebody else's. */
    @Override
    public Uni<Void> drop(RestoreId by, String secret, String version) {
        return calls(secret)
                .find()
                .chain(found -> found.filter(state -> !state.deleted())
                        .map(state -> drop(by, secret, version, state))
                        .orElse(NOTHING));
    }

    private Uni<Void> drop(RestoreId by, String secret, String version, SecretState state) {
        Uni<Void> unstaged = state.isStaged(version) ? calls(secret).unstage(version) : NOTHING;
        boolean anothers =
                state.staged().filter(staged -> !staged.equals(version)).isPresent();
        return state.unusedOf(by) && !anothers
                ? unstaged.chain(() -> calls(secret).delete())
                : unstaged;
    }

    private static CallFailedException deleted(String secret) {
        return new CallFailedException(
                CallFailedException.Kind.FATAL,
                FailureCode.SECRET_UNUSABLE,
                "Secret " + secret + " is marked for deletion, and not by a restore. Bring it back (aws secretsmanager"
                        + " restore-secret --secret-id " + secret + "), delete it for good"
                        + " (delete-secret --force-delete-without-recovery), or name another masterSecret.");
    }

    private SecretCalls calls(String secret) {
        return new SecretCalls(secrets, secret);
    }
}
