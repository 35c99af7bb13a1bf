package io.aurorarestore.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.model.settings.Attribute;
import io.aurorarestore.model.settings.Attributes;
import java.util.List;
import java.util.Optional;

/** Reads the attributes of a restored cluster that go by RDS's own words. */
final class AttributesReader {

    /** AWS's longest ARN: a key or a role may be named by it. */
    private static final int LONGEST = 2048;

    /** A cluster has a writer and 15 readers. */
    private static final int MOST_INSTANCES = 16;

    private static final int LOWEST_TIER = 15;

    private final Fields fields;

    private AttributesReader(Fields fields) {
        this.fields = fields;
    }

    static Attributes read(Fields fields) {
        AttributesReader reader = new AttributesReader(fields);
        Attributes read = Attributes.NONE;
        for (Attribute one : Attribute.values()) {
            read = read.with(one, reader.value(one).orElse(null));
        }
        return read;
    }

    private Optional<?> value(Attribute one) {
        return switch (one.kind()) {
            case FLAG -> fields.flag(one.setting());
            case NUMBER -> among(one, number(one));
            case TEXT -> among(one, fields.text(one.setting(), LONGEST));
            case TEXTS -> zones(one);
            case NUMBERS -> FieldList.read(fields, one.setting(), MOST_INSTANCES, this::tier);
        };
    }

    private Optional<Integer> number(Attribute one) {
        Optional<Integer> number = fields.number(one.setting(), 0, 731);
        if (one == Attribute.PERFORMANCE_INSIGHTS_DAYS
                && number.filter(days -> !isRetention(days)).isPresent()) {
            fields.wrong(one.setting(), "must be 7, a multiple of 31, or 731");
        }
        return number;
    }

    private static boolean isRetention(int days) {
        return days == 7 || days == 731 || (days > 0 && days % 31 == 0);
    }

    private <T> Optional<T> among(Attribute one, Optional<T> value) {
        if (!one.words().isEmpty()
                && value.filter(said -> !one.words().contains(said.toString())).isPresent()) {
            fields.wrong(one.setting(), "must be one of " + one.words());
        }
        return value;
    }

    private Optional<List<String>> zones(Attribute one) {
        Optional<List<String>> zones = fields.texts(one.setting(), MOST_INSTANCES, 64);
        if (zones.filter(all -> !all.stream().allMatch(zone -> zone.matches("[a-z0-9-]+")))
                .isPresent()) {
            fields.wrong(one.setting(), "must be names of availability zones, such as us-east-1a");
        }
        return zones;
    }

    private Optional<Integer> tier(JsonNode item, String name) {
        if (item.canConvertToExactIntegral() && item.asInt(-1) >= 0 && item.asInt() <= LOWEST_TIER) {
            return Optional.of(item.asInt());
        }
        fields.wrong(name, "must be a whole number from 0 to " + LOWEST_TIER);
        return Optional.empty();
    }
}
