package io.aurorarestore.local.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.local.template.Place;
import io.aurorarestore.local.template.Resource;
import io.aurorarestore.local.template.Template;
import io.aurorarestore.local.template.TemplateError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {

    private static final String KEY = "aws:TagKeys";

    /** The values that the call has, with a space in between; none where there is nothing. */
    @ParameterizedTest
    @CsvSource({
        "StringEquals, a, a, true",
        "StringEquals, a*, ab, false",
        "StringEquals, a, '', false",
        "StringNotEquals, a, b, true",
        "StringNotEquals, a, a, false",
        "StringNotEquals, a, '', true",
        "StringLike, a*, ab, true",
        "StringLike, ?*, '', false",
        "StringLike, a*, b, false",
        "ArnEquals, arn:*:x, arn:aws:x, true",
        "ArnEquals, arn:*:x, arn:aws:y, false",
        "Bool, true, true, true",
        "Bool, true, false, false",
        "Bool, true, '', false",
        "BoolIfExists, true, '', true",
        "BoolIfExists, true, false, false",
        "ForAllValues:StringEquals, a, a, true",
        "ForAllValues:StringEquals, a, a b, false",
        "ForAllValues:StringEquals, a, '', true",
        "ForAllValues:StringLike, a*, ab ac, true",
        "ForAllValues:StringLike, a*, ab b, false"
    })
    void each_operator_holds_where_it_does_on_aws(String operator, String value, String asked, boolean holds) {
        Condition condition =
                Condition.of("Role", Map.of(operator, Map.of(KEY, value))).get(0);

        assertThat(condition.holds(asked.isEmpty() ? Map.of() : Map.of(KEY, List.of(asked.split(" ")))))
                .isEqualTo(holds);
    }

    @Test
    void one_of_several_values_is_enough() {
        Condition condition = Condition.of("Role", Map.of("StringEquals", Map.of(KEY, List.of("a", "b"))))
                .get(0);

        assertThat(condition.holds(Map.of(KEY, List.of("b")))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "NumericLessThan, aws:TagKeys, the condition operator NumericLessThan",
        "StringEquals, aws:SourceIp, the condition key aws:SourceIp",
        "ForAnyValue:StringEquals, aws:TagKeys, the condition operator ForAnyValue:StringEquals"
    })
    void what_is_not_known_stops_the_start(String operator, String key, String unknown) {
        assertThatThrownBy(() -> Condition.of("Role", Map.of(operator, Map.of(key, "x"))))
                .isInstanceOf(TemplateError.class)
                .hasMessageContaining("Role")
                .hasMessageContaining(unknown);
    }

    @Test
    void every_condition_of_the_deploy_template_is_known() throws IOException {
        Template template = Template.read(
                Path.of("deploy/template.yaml"),
                new Place("us-east-1", "123456789012", "http://localhost:4566"),
                Map.of(
                        "TargetPattern",
                        "*",
                        "SourceKeys",
                        "arn:k",
                        "ClusterRolePattern",
                        "r",
                        "PermitNewNames",
                        "true"));

        for (Resource function : template.all("AWS::Serverless::Function")) {
            assertThat(new TemplateRoles(template).of(function).statements())
                    .anyMatch(statement -> !statement.conditions().isEmpty());
        }
    }
}
