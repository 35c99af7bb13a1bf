package io.aurorarestore.local.iam;

import io.aurorarestore.local.template.Resource;
import io.aurorarestore.local.template.TemplateError;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a policy of a role. Its condition is not evaluated: an {@code Allow} with one permits, a {@code Deny}
 * with one does not deny.
 */
record Statement(boolean allows, boolean conditional, List<IamPattern> actions, List<IamPattern> resources) {

    private static final Set<String> ELEMENTS = Set.of("Sid", "Effect", "Action", "Resource", "Condition");

    /** @param role named by the error where the statement holds what is not known here */
    static Statement of(String role, Map<String, Object> document) {
        if (!ELEMENTS.containsAll(document.keySet())) {
            throw new TemplateError(role, "the local AWS does not know a statement of " + document.keySet());
        }
        return new Statement(
                "Allow".equals(document.get("Effect")),
                document.containsKey("Condition"),
                patterns(document.get("Action")),
                patterns(document.get("Resource")));
    }

    boolean permits(Permission wanted) {
        return allows && concerns(wanted);
    }

    boolean denies(Permission wanted) {
        return !allows && !conditional && concerns(wanted);
    }

    private boolean concerns(Permission wanted) {
        return actions.stream().anyMatch(one -> one.fitsIgnoringCase(wanted.action()))
                && resources.stream().anyMatch(one -> one.fits(wanted.resource()));
    }

    private static List<IamPattern> patterns(@Nullable Object oneOrSeveral) {
        List<Object> several =
                oneOrSeveral instanceof List ? Resource.asList(oneOrSeveral) : List.of(String.valueOf(oneOrSeveral));
        return several.stream().map(Object::toString).map(IamPattern::new).toList();
    }
}
