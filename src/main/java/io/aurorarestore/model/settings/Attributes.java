package io.aurorarestore.model.settings;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The attributes that are said of a cluster or an instance, each as a text; what has several has commas between. */
public record Attributes(Map<Attribute, String> said) {

    public static final Attributes NONE = new Attributes(Map.of());

    /** What Database Insights need at least where they are advanced. */
    public static final Attributes ADVANCED =
            new Attributes(Map.of(Attribute.PERFORMANCE_INSIGHTS, "true", Attribute.PERFORMANCE_INSIGHTS_DAYS, "465"));

    private static final String BETWEEN = ",";

    public Attributes {
        said = Map.copyOf(said);
    }

    /** These, and where they say nothing, those. */
    public Attributes over(Attributes weaker) {
        Map<Attribute, String> all = new EnumMap<>(Attribute.class);
        all.putAll(weaker.said);
        all.putAll(said);
        return new Attributes(all);
    }

    /** With one more; null says nothing. */
    public Attributes with(Attribute attribute, @Nullable Object value) {
        return value == null ? this : new Attributes(Map.of(attribute, text(value))).over(this);
    }

    private static String text(Object value) {
        return value instanceof List<?> all
                ? all.stream().map(Objects::toString).collect(Collectors.joining(BETWEEN))
                : value.toString();
    }

    /** Those of these. */
    public Attributes only(Predicate<Attribute> wanted) {
        return new Attributes(said.entrySet().stream()
                .filter(one -> wanted.test(one.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** As the instance of that number has them: of what has a value for each, its own. */
    public Attributes ofInstance(int number) {
        Map<Attribute, String> own = new EnumMap<>(Attribute.class);
        said.forEach((attribute, value) -> {
            if (!attribute.isByInstance()) {
                own.put(attribute, value);
            } else if (number <= list(attribute).size()) {
                own.put(attribute, list(attribute).get(number - 1));
            }
        });
        own.values().removeIf(String::isEmpty);
        return new Attributes(own);
    }

    /** Without the details of what is turned off. */
    public Attributes consistent() {
        boolean insights = isOn(Attribute.PERFORMANCE_INSIGHTS);
        boolean monitored = number(Attribute.MONITORING_INTERVAL).orElse(0) > 0;
        boolean joined = said.containsKey(Attribute.DOMAIN);
        return only(one -> switch (one) {
            case PERFORMANCE_INSIGHTS_DAYS, PERFORMANCE_INSIGHTS_KEY -> insights;
            case MONITORING_ROLE -> monitored;
            case DOMAIN_ROLE -> joined;
            default -> true;
        });
    }

    public Optional<String> text(Attribute attribute) {
        return Optional.ofNullable(said.get(attribute));
    }

    public boolean isOn(Attribute attribute) {
        return text(attribute).filter("true"::equals).isPresent();
    }

    public Optional<Integer> number(Attribute attribute) {
        return text(attribute).map(Integer::valueOf);
    }

    /** Empty where nothing is said. */
    public List<String> list(Attribute attribute) {
        return text(attribute).map(value -> List.of(value.split(BETWEEN, -1))).orElse(List.of());
    }

    /** By the settings' names. */
    public Map<String, String> bySetting() {
        Map<String, String> named = new TreeMap<>();
        said.forEach((attribute, value) -> named.put(attribute.setting(), value));
        return named;
    }

    /** What a newer version may have stored besides is passed over. */
    public static Attributes bySetting(Map<String, String> named) {
        Attributes read = NONE;
        for (Map.Entry<String, String> one : named.entrySet()) {
            Optional<Attribute> known = Attribute.ofSetting(one.getKey());
            read = known.isPresent() ? read.with(known.get(), one.getValue()) : read;
        }
        return read;
    }
}
