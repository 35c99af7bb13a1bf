package io.aurorarestore.model.restore;

import io.aurorarestore.model.RestoreId;
import java.util.Optional;

/**
 * What somebody says of a hook: how it ended, or how far it is.
 *
 * @param id of the asking that is meant, where it is said
 * @param outcome empty while it goes on
 * @param message in the words of whoever answers
 */
public record HookAnswer(
        RestoreId restore,
        String hook,
        Optional<HookId> id,
        Optional<AskedHook.State> outcome,
        Optional<Integer> percent,
        String message) {}
