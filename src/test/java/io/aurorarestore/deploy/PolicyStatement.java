package io.aurorarestore.deploy;

import io.aurorarestore.local.template.Resource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A statement of a role's policy, its parameters and references resolved. */
public record PolicyStatement(
        String sid, boolean allows, List<String> actions, List<String> resources, Map<String, Object> conditions) {

    static PolicyStatement of(Map<String, Object> statement) {
        return new PolicyStatement(
                String.valueOf(statement.get("Sid")),
                "Allow".equals(statement.get("Effect")),
                texts(statement.get("Action")),
                texts(statement.get("Resource")),
                Resource.asMap(statement.getOrDefault("Condition", Map.of())));
    }

    boolean grants(String action) {
        return allows && actions.contains(action);
    }

    /** The condition keys, whatever the operator, each with its value. */
    Set<String> conditionTexts() {
        Set<String> texts = new TreeSet<>();
        conditions.values().forEach(keys -> Resource.asMap(keys).forEach((key, value) -> texts.add(key + "=" + value)));
        return texts;
    }

    private static List<String> texts(Object oneOrSeveral) {
        List<Object> several =
                oneOrSeveral instanceof List ? Resource.asList(oneOrSeveral) : List.of(String.valueOf(oneOrSeveral));
        return several.stream().map(Object::toString).toList();
    }
}
