package io.aurorarestore.model.restore;

import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.settings.Hook;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The id of one asking for a hook: the same however often it is published, another once its restore was resumed.
 *
 * @param attempt the step's that waits for it, from 1
 */
public record HookId(RestoreId restore, String hook, int attempt) {

    private static final Pattern TEXT = Pattern.compile("([a-z0-9]{12})/([A-Za-z0-9-]{1,50})/([1-9]\\d{0,5})");

    /** @throws IllegalArgumentException if the text is no such id */
    public static HookId parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches() || !Hook.isName(parts.group(2))) {
            throw new IllegalArgumentException("it is not the hookId of a Restore Hook Requested");
        }
        return new HookId(new RestoreId(parts.group(1)), parts.group(2), Integer.parseInt(parts.group(3)));
    }

    @Override
    public String toString() {
        return restore + "/" + hook + "/" + attempt;
    }
}
