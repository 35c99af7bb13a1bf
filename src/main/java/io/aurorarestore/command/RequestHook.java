package io.aurorarestore.command;

import io.aurorarestore.model.aws.SecretVersion;
import io.aurorarestore.model.restore.AskedHook;
import io.aurorarestore.model.restore.HookRequest;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.port.Ports;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks for a hook, with the secrets as they are now. */
public record RequestHook(HookRequest request, Instant now) implements Command {

    public static final String KEY = "hook";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String description() {
        return "ask for the hook " + request.id().hook();
    }

    /** It is written down as asked for before anybody can answer. */
    @Override
    public Restore intended(Restore restore) {
        boolean again = restore.hooks()
                .of(request.id().hook())
                .filter(one -> one.id().equals(request.id()))
                .isPresent();
        return again ? restore : restore.with(restore.hooks().with(AskedHook.at(request.id(), now)));
    }

    @Override
    public Uni<Void> on(Ports ports) {
        return master(ports)
                .chain(master -> users(ports).chain(users -> ports.hookEvents().request(request.with(master, users))));
    }

    /** Before the pivot the current password is the old cluster's: a version that the restore staged is known. */
    private Uni<Optional<SecretVersion>> master(Ports ports) {
        Restore restore = request.restore();
        return ports.masterSecrets()
                .current(restore.masterSecret())
                .map(seen -> restore.managedSecret()
                        ? seen
                        : seen.map(one -> new SecretVersion(one.arn(), Optional.of(restore.masterVersion()))));
    }

    private Uni<List<SecretVersion>> users(Ports ports) {
        Uni<List<SecretVersion>> all = Uni.createFrom().item(new ArrayList<>());
        for (String secret : request.restore().settings().database().secrets()) {
            all = all.chain(found -> ports.masterSecrets().current(secret).map(one -> {
                one.ifPresent(found::add);
                return found;
            }));
        }
        return all;
    }
}
