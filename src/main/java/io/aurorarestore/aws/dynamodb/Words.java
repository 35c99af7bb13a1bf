package io.aurorarestore.aws.dynamodb;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads a constant as people write it: {@code read-only} for {@code READ_ONLY}. */
final class Words<E extends Enum<E>> extends StdDeserializer<E> {

    private static final long serialVersionUID = 1L;

    private final Class<E> type;

    private Words(Class<E> type) {
        super(type);
        this.type = type;
    }

    static <E extends Enum<E>> SimpleModule of(SimpleModule module, Class<E> type) {
        return module.addDeserializer(type, new Words<>(type));
    }

    @Override
    public E deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String word = parser.getText();
        List<E> all = Arrays.asList(type.getEnumConstants());
        for (E one : all) {
            if (written(one).equalsIgnoreCase(word.replace('_', '-'))) {
                return one;
            }
        }
        return type.cast(context.handleWeirdStringValue(
                type, word, "one of %s", all.stream().map(Words::written).toList()));
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
