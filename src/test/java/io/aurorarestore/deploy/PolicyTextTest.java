package io.aurorarestore.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All policies that are shipped, of roles, queues, buses and keys. */
class PolicyTextTest {

    /** The actions in them know no resources, or ARNs that nobody knows before; each says so where it stands, or by its name. */
    private static final Set<String> ON_ALL_RESOURCES = Set.of(
            "SeeQuotasAndOffers",
            "SeeScalingTargets",
            "AnswerWorkflows",
            "LetLambdaIntoTheVpc",
            "NoInterfacesForTheFunction",
            "NoResource",
            "SeeSnapshots");

    private final List<PolicyText> all = PolicyText.all();

    @Test
    void the_policies_are_found() {
        assertThat(all)
                .extracting(PolicyText::file)
                .contains(
                        Path.of("deploy/template.yaml"),
                        Path.of("deploy/source.yaml"),
                        Path.of("deploy/workflow.yaml"),
                        Path.of("deploy/policies/source-key-policy.json"));
    }

    @Test
    void no_action_is_a_wildcard() {
        assertThat(all)
                .allSatisfy(one -> assertThat(one.texts("Action"))
                        .as(one.toString())
                        .isNotEmpty()
                        .allMatch(action -> action.matches("[a-z0-9-]+:[A-Za-z]+")));
        assertThat(all).noneMatch(one -> one.has("NotAction") || one.has("NotResource") || one.has("NotPrincipal"));
    }

    /** In the policy of a key {@code *} is the key. */
    @Test
    void only_what_knows_no_resource_is_granted_on_all() {
        Stream<PolicyText> onAll = all.stream()
                .filter(one -> !one.has("Principal"))
                .filter(one -> one.texts("Resource").contains("*"));

        assertThat(onAll.map(PolicyText::sid)).isSubsetOf(ON_ALL_RESOURCES);
    }

    @Test
    void nobody_is_everybody() {
        assertThat(all).noneMatch(one -> one.texts("Principal").contains("*"));
    }
}
