package io.aurorarestore.local.iam;

import io.aurorarestore.local.template.Resource;
import io.aurorarestore.local.template.TemplateError;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A statement of a policy of a role. */
record Statement(boolean allows, List<IamPattern> actions, List<IamPattern> resources, List<Condition> conditions) {

    private static final Set<String> ELEMENTS = Set.of("Sid", "Effect", "Action", "Resource", "Condition");

    /** @param role named by the error where the statement holds what is not known here */
    static Statement of(String role, Map<String, Object> document) {
        if (!ELEMENTS.containsAll(document.keySet())) {
            throw new TemplateError(role, "the local AWS does not know a statement of " + document.keySet());
        }
        return new Statement(
                "Allow".equals(document.get("Effect")),
                patterns(document.get("Action")),
                patterns(document.get("Resource")),
                Condition.of(role, Resource.asMap(document.getOrDefault("Condition", Map.of()))));
    }

    boolean permits(Permission wanted) {
        return allows && concerns(wanted);
    }

    boolean denies(Permission wanted) {
        return !allows && concerns(wanted);
    }

    private boolean concerns(Permission wanted) {
        return actions.stream().anyMatch(one -> one.fitsIgnoringCase(wanted.action()))
                && resources.stream().anyMatch(one -> one.fits(wanted.resource()))
                && conditions.stream().allMatch(one -> one.holds(wanted.context()));
    }

    static List<IamPattern> patterns(@Nullable Object oneOrSeveral) {
        List<Object> several =
                oneOrSeveral instanceof List ? Resource.asList(oneOrSeveral) : List.of(String.valueOf(oneOrSeveral));
        return several.stream().map(Object::toString).map(IamPattern::new).toList();
    }
}
