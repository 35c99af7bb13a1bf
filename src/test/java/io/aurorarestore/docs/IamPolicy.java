package io.aurorarestore.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An IAM policy document, held against IAM's grammar and the actions there are.
 *
 * @param ofResource whether it is attached to a resource, as a key policy is: only then it names principals
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar</a>
 */
record IamPolicy(JsonNode document, boolean ofResource) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> ELEMENTS = Set.of("Sid", "Effect", "Principal", "Action", "Resource", "Condition");
    private static final Set<String> OPERATORS = Set.of(
            "StringEquals",
            "ForAllValues:StringEquals",
            "StringLike",
            "StringNotEquals",
            "ArnEquals",
            "ArnLike",
            "Bool",
            "Null");
    private static final Pattern CONDITION_KEY = Pattern.compile(
            "aws:[A-Za-z]+(/.+)?|kms:(ViaService|CallerAccount|GrantIsForAWSResource)|iam:PassedToService|rds:[a-z-]+-tag/.+");
    private static final Pattern PRINCIPAL = Pattern.compile("arn:aws:iam::\\d{12}:(root|role/.+)");
    private static final Pattern RESOURCE = Pattern.compile(
            "\\*|arn:aws:rds:(\\*|[a-z]+-[a-z]+-\\d):\\d{12}:(cluster|cluster-snapshot|db|subgrp|cluster-pg|pg|es):.+"
                    + "|arn:aws:kms:(\\*|[a-z]+-[a-z]+-\\d):\\d{12}:(key/.+|alias/.+)"
                    + "|arn:aws:(cloudformation|cloudwatch|dynamodb|ec2|events|lambda|logs|scheduler|sns|sqs)"
                    + ":\\*?:(\\d{12}|aws):[a-z].+|arn:aws:iam::\\d{12}:(role|policy)/.+"
                    + "|arn:aws:s3:::[a-z*-]+|arn:aws:apigateway:\\*::/.+");

    static IamPolicy read(String text, boolean ofResource) throws IOException {
        return new IamPolicy(JSON.readTree(text), ofResource);
    }

    /** What is wrong with it, one sentence each. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        unless("2012-10-17".equals(document.path("Version").asText()), "Version is not 2012-10-17", problems);
        unless(!document.path("Statement").isEmpty(), "there is no Statement", problems);
        document.path("Statement").forEach(statement -> statement(statement, problems));
        return problems;
    }

    /** Whether some statement allows an action on a resource, conditions aside. */
    boolean allows(String action, String resource) {
        return StreamSupport.stream(document.path("Statement").spliterator(), false)
                .filter(statement -> statement.path("Effect").asText().equals("Allow"))
                .filter(statement -> texts(statement.path("Action")).anyMatch(one -> fits(one, action)))
                .anyMatch(statement -> texts(statement.path("Resource")).anyMatch(one -> fits(one, resource)));
    }

    private void statement(JsonNode statement, List<String> problems) {
        statement
                .fieldNames()
                .forEachRemaining(name -> unless(ELEMENTS.contains(name), "no element " + name, problems));
        unless(statement.path("Sid").asText("x").matches("[A-Za-z0-9]+"), "Sid has other than letters", problems);
        unless(Set.of("Allow", "Deny").contains(statement.path("Effect").asText()), "no such Effect", problems);
        unless(statement.has("Principal") == ofResource, "Principal is for policies of resources", problems);
        check(
                "principal",
                statement.path("Principal").path("AWS"),
                one -> PRINCIPAL.matcher(one).matches(),
                problems);
        check("action", statement.path("Action"), IamActions::exist, problems);
        check(
                "resource",
                statement.path("Resource"),
                one -> RESOURCE.matcher(one).matches(),
                problems);
        statement.path("Condition").properties().forEach(operator -> {
            unless(OPERATORS.contains(operator.getKey()), "no condition " + operator.getKey(), problems);
            operator.getValue()
                    .fieldNames()
                    .forEachRemaining(
                            key -> unless(CONDITION_KEY.matcher(key).matches(), "no condition key " + key, problems));
        });
    }

    private void check(String what, JsonNode values, Predicate<String> good, List<String> problems) {
        boolean needed = ofResource || !what.equals("principal");
        unless(!needed || texts(values).findAny().isPresent(), "no " + what, problems);
        texts(values).filter(good.negate()).forEach(value -> problems.add("no " + what + " " + value));
    }

    private static void unless(boolean good, String problem, List<String> problems) {
        if (!good) {
            problems.add(problem);
        }
    }

    private static Stream<String> texts(JsonNode oneOrSeveral) {
        return oneOrSeveral.isTextual()
                ? Stream.of(oneOrSeveral.asText())
                : StreamSupport.stream(oneOrSeveral.spliterator(), false).map(JsonNode::asText);
    }

    static boolean fits(String pattern, String value) {
        return Pattern.matches(("\\Q" + pattern + "\\E").replace("*", "\\E.*\\Q"), value);
    }
}
