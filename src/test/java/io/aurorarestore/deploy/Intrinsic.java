package io.aurorarestore.deploy;

import io.aurorarestore.local.template.Resource;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** CloudFormation's intrinsic functions in a template as it is written. */
final class Intrinsic {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z0-9:.]+)}");
    private static final Map<String, Object> NO_VALUE = Map.of("Ref", "AWS::NoValue");

    private Intrinsic() {}

    static boolean isOne(Object value) {
        return value instanceof Map<?, ?> map
                && map.size() == 1
                && map.keySet().stream()
                        .allMatch(key -> key.equals("Ref") || key.toString().startsWith("Fn::"));
    }

    /** What an {@code Fn::If} may become. */
    static List<Object> branches(Object function) {
        Object choice = Resource.asMap(function).get("Fn::If");
        return choice == null
                ? List.of()
                : Resource.asList(choice).stream()
                        .skip(1)
                        .filter(branch -> !branch.equals(NO_VALUE))
                        .toList();
    }

    /** What a value refers to, as {@code Name} or {@code Name.Attribute}. */
    static Stream<String> references(Object value) {
        if (value instanceof List) {
            return Resource.asList(value).stream().flatMap(Intrinsic::references);
        }
        return value instanceof Map
                ? Resource.asMap(value).entrySet().stream().flatMap(one -> references(one.getKey(), one.getValue()))
                : Stream.of();
    }

    private static Stream<String> references(String key, Object value) {
        return switch (key) {
            case "Ref" -> Stream.of(value.toString());
            case "Fn::GetAtt" ->
                Stream.of(Resource.asList(value).get(0) + "."
                        + Resource.asList(value).get(1));
            case "Fn::Sub" -> substituted(value);
            default -> references(value);
        };
    }

    private static Stream<String> substituted(Object value) {
        boolean withValues = value instanceof List;
        String text = String.valueOf(withValues ? Resource.asList(value).get(0) : value);
        Map<String, Object> values =
                withValues ? Resource.asMap(Resource.asList(value).get(1)) : Map.of();
        Stream<String> named =
                VARIABLE.matcher(text).results().map(match -> match.group(1)).filter(name -> !values.containsKey(name));
        return Stream.concat(named, references(values));
    }
}
