package io.aurorarestore.local.template;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** CloudFormation's intrinsic functions, those that the template uses. */
final class Functions {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([A-Za-z0-9:.]+)}");

    private final Resolver resolver;

    Functions(Resolver resolver) {
        this.resolver = resolver;
    }

    static boolean isOne(Map<String, Object> map) {
        String key = map.size() == 1 ? map.keySet().iterator().next() : "";
        return key.equals("Ref") || key.equals("Condition") || key.startsWith("Fn::");
    }

    @Nullable
    Object call(String id, Map<String, Object> function) {
        Map.Entry<String, Object> only = function.entrySet().iterator().next();
        Object argument = only.getValue();
        return switch (only.getKey()) {
            case "Ref" -> resolver.ref(id, argument.toString());
            case "Condition" -> resolver.condition(id, argument);
            case "Fn::GetAtt" -> attribute(id, resolved(id, argument));
            case "Fn::Sub" -> substituted(id, argument);
            case "Fn::Join" -> joined(resolved(id, argument));
            case "Fn::Select" -> selected(resolved(id, argument));
            case "Fn::Split" -> split(resolved(id, argument));
            case "Fn::FindInMap" -> found(id, resolved(id, argument));
            case "Fn::If" -> chosen(id, Resource.asList(argument));
            case "Fn::Equals" -> equal(resolved(id, argument));
            case "Fn::Not" -> !truth(resolved(id, argument).get(0));
            case "Fn::And" -> resolved(id, argument).stream().allMatch(Functions::truth);
            case "Fn::Or" -> resolved(id, argument).stream().anyMatch(Functions::truth);
            default -> throw new TemplateError(id, "the local AWS does not know " + only.getKey());
        };
    }

    private List<Object> resolved(String id, Object argument) {
        return Resource.asList(resolver.resolve(id, argument));
    }

    private Object attribute(String id, List<Object> path) {
        return resolver.attribute(id, path.get(0).toString(), path.get(1).toString());
    }

    private Object substituted(String id, Object argument) {
        boolean withValues = argument instanceof List;
        String text = String.valueOf(withValues ? Resource.asList(argument).get(0) : argument);
        Map<String, Object> values =
                withValues ? Resource.asMap(Resource.asList(argument).get(1)) : Map.of();
        return VARIABLE.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        match.group(1).isEmpty() ? variable(id, match.group(2), values) : "${" + match.group(2) + "}"));
    }

    private String variable(String id, String name, Map<String, Object> values) {
        if (values.containsKey(name)) {
            return String.valueOf(resolver.resolve(id, values.get(name)));
        }
        return String.valueOf(
                name.contains(".") && !name.contains("::")
                        ? attribute(id, List.of((Object[]) name.split("\\.", 2)))
                        : resolver.ref(id, name));
    }

    private static Object joined(List<Object> argument) {
        return Resource.asList(argument.get(1)).stream()
                .map(Object::toString)
                .collect(Collectors.joining(argument.get(0).toString()));
    }

    private static Object selected(List<Object> argument) {
        return Resource.asList(argument.get(1))
                .get(Integer.parseInt(argument.get(0).toString()));
    }

    private static Object split(List<Object> argument) {
        return List.of((Object[])
                argument.get(1).toString().split(Pattern.quote(argument.get(0).toString()), -1));
    }

    private Object found(String id, List<Object> argument) {
        return resolver.mapped(id, argument.get(0), argument.get(1), argument.get(2));
    }

    /** Only the branch that is chosen is resolved. */
    private @Nullable Object chosen(String id, List<Object> argument) {
        return resolver.resolve(id, argument.get(resolver.condition(id, argument.get(0)) ? 1 : 2));
    }

    private static boolean equal(List<Object> argument) {
        return Objects.equals(String.valueOf(argument.get(0)), String.valueOf(argument.get(1)));
    }

    private static boolean truth(Object value) {
        return Boolean.parseBoolean(String.valueOf(value));
    }
}
