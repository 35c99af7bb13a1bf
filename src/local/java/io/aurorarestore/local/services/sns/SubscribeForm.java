package io.aurorarestore.local.services.sns;

import io.aurorarestore.local.front.AwsException;
import io.aurorarestore.local.front.Form;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads what Subscribe was asked; each method throws {@link AwsException} where SNS refuses.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html">AWS</a>
 */
record SubscribeForm(Form form) {

    String protocol() {
        return form.get("Protocol", "");
    }

    String endpoint() {
        String endpoint = form.get("Endpoint", "");
        return switch (protocol()) {
            case "sqs" -> checked(endpoint, endpoint.matches("arn:aws:sqs:[^:]+:\\d{12}:[^:]+"), "SQS endpoint ARN");
            case "http", "https" -> checked(endpoint, isUrl(endpoint), "Endpoint must match the specified protocol");
            case "email" -> checked(endpoint, endpoint.matches("\\S+@\\S+"), "Email address");
            default ->
                throw SnsErrors.invalid("the local AWS does not support the protocol '" + protocol()
                        + "', only sqs, http, https and email");
        };
    }

    private static String checked(String endpoint, boolean valid, String otherwise) {
        if (!valid) {
            throw SnsErrors.invalid(otherwise);
        }
        return endpoint;
    }

    private boolean isUrl(String endpoint) {
        try {
            URI url = URI.create(endpoint);
            return protocol().equals(url.getScheme()) && url.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    SubscriptionAttributes attributes() {
        Map<String, String> asked = new LinkedHashMap<>();
        form.list("Attributes.entry").forEach(entry -> asked.put(entry.get("key", ""), entry.get("value", "")));
        try {
            return SubscriptionAttributes.NONE.with(asked, protocol());
        } catch (IllegalArgumentException e) {
            throw SnsErrors.invalid("Attributes Reason: " + e.getMessage());
        }
    }

    /** Whether the ARN is wanted even of a subscription that is not confirmed. */
    boolean wantsArn() {
        return Boolean.parseBoolean(form.get("ReturnSubscriptionArn", ""));
    }
}
