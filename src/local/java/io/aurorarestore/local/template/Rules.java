package io.aurorarestore.local.template;

import java.util.List;
import java.util.Map;

/**
 * What a template demands of its parameters together.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html">Rules</a>
 */
record Rules(Resolver resolver) {

    /** @throws TemplateError in the template's own words */
    void check(Map<String, Object> rules) {
        rules.forEach((id, rule) -> check(id, Resource.asMap(rule)));
    }

    private void check(String id, Map<String, Object> rule) {
        Object condition = rule.get("RuleCondition");
        if (condition == null || resolver.isTrue(id, condition)) {
            Resource.asList(rule.getOrDefault("Assertions", List.of()))
                    .forEach(assertion -> demand(id, Resource.asMap(assertion)));
        }
    }

    private void demand(String id, Map<String, Object> assertion) {
        if (!resolver.isTrue(id, assertion.get("Assert"))) {
            throw new TemplateError(id, String.valueOf(assertion.get("AssertDescription")));
        }
    }
}
