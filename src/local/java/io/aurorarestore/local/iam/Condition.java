package io.aurorarestore.local.iam;

import io.aurorarestore.local.template.Resource;
import io.aurorarestore.local.template.TemplateError;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One key of the condition of a statement, with the values that it may have. What the templates do not use is not known,
 * and stops the start.
 *
 * @param forAll whether each of the call's values has to fit; true where there is none
 * @param ifExists whether it holds where the call has no such key
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">AWS</a>
 */
record Condition(String operator, boolean forAll, boolean ifExists, String key, List<IamPattern> values) {

    private static final String FOR_ALL = "ForAllValues:";
    private static final String IF_EXISTS = "IfExists";
    private static final String NOT = "StringNotEquals";
    /** Those that take {@code *} and {@code ?}, and those that take a value as it is. */
    private static final Set<String> PATTERNS = Set.of("ArnEquals", "StringLike");

    private static final Set<String> EXACT = Set.of("Bool", "StringEquals", NOT);
    private static final Pattern KEYS = Pattern.compile("aws:(RequestTag|ResourceTag)/.+|aws:(RequestedRegion|TagKeys)"
            + "|dynamodb:LeadingKeys|iam:(AWSServiceName|PassedToService)"
            + "|kms:(EncryptionContext:SecretARN|GrantIsForAWSResource|ViaService)|lambda:SourceFunctionArn"
            + "|secretsmanager:ForceDeleteWithoutRecovery");

    /** @param role named by the error */
    static List<Condition> of(String role, Map<String, Object> written) {
        return written.entrySet().stream()
                .flatMap(operator -> of(role, operator.getKey(), Resource.asMap(operator.getValue())))
                .toList();
    }

    private static Stream<Condition> of(String role, String operator, Map<String, Object> keys) {
        boolean forAll = operator.startsWith(FOR_ALL);
        boolean ifExists = operator.endsWith(IF_EXISTS);
        String plain = operator.substring(
                forAll ? FOR_ALL.length() : 0, operator.length() - (ifExists ? IF_EXISTS.length() : 0));
        if (!PATTERNS.contains(plain) && !EXACT.contains(plain)) {
            throw new TemplateError(role, "the local AWS does not know the condition operator " + operator);
        }
        return keys.entrySet().stream()
                .map(one -> new Condition(
                        plain, forAll, ifExists, known(role, one.getKey()), Statement.patterns(one.getValue())));
    }

    private static String known(String role, String key) {
        if (!KEYS.matcher(key).matches()) {
            throw new TemplateError(role, "the local AWS does not know the condition key " + key);
        }
        return key;
    }

    /** @param context what the call has, by key */
    boolean holds(Map<String, List<String>> context) {
        List<String> asked = context.getOrDefault(key, List.of());
        if (operator.equals(NOT)) {
            return asked.stream().noneMatch(this::fits);
        }
        if (forAll) {
            return asked.stream().allMatch(this::fits);
        }
        return asked.isEmpty() ? ifExists : asked.stream().anyMatch(this::fits);
    }

    private boolean fits(String value) {
        return values.stream()
                .anyMatch(one -> PATTERNS.contains(operator)
                        ? one.fits(value)
                        : one.text().equals(value));
    }
}
