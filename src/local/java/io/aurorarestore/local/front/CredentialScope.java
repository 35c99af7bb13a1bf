package io.aurorarestore.local.front;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who calls which service in which region, as a Signature Version 4 says it: in the {@code Authorization} header, or in
 * the query of a presigned URL. The signature itself is not verified.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-signing-elements.html">AWS</a>
 */
record CredentialScope(String accessKey, String region, String service) {

    private static final Pattern CREDENTIAL =
            Pattern.compile("Credential=([^/,\\s&]+)/\\d{8}/([^/,\\s]+)/([^/,\\s]+)/aws4_request");

    static Optional<CredentialScope> of(Map<String, String> headers, String query) {
        String header = headers.getOrDefault("authorization", "");
        return find(header).or(() -> find(decoded(query)));
    }

    private static Optional<CredentialScope> find(String text) {
        Matcher found = CREDENTIAL.matcher(text);
        return found.find()
                ? Optional.of(new CredentialScope(found.group(1), found.group(2), found.group(3)))
                : Optional.empty();
    }

    private static String decoded(String query) {
        try {
            return URLDecoder.decode(query, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
