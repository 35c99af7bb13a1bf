package io.aurorarestore.model.text;

import java.util.Locale;

/** Writes and reads constants as people write them: {@code delete-first} for {@code DELETE_FIRST}. */
public final class EnumText {

    private EnumText() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
