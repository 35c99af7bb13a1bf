package io.aurorarestore.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which {@code aws} documented commands are run with: {@code -Ddocs.aws=cli} the AWS CLI, {@code stand-in} our own; if
 * neither is asked for, the CLI where there is one.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html">AWS_ENDPOINT_URL</a>
 */
public enum AwsChoice {
    CLI,
    /**
     * One that has to be told endpoint and region in each call. Version 1 reads {@code AWS_ENDPOINT_URL}, but not for
     * SQS, nor for RDS in us-east-1.
     */
    OLD_CLI,
    STAND_IN;

    private static final Pattern VERSION = Pattern.compile("aws-cli/(\\d+)\\.(\\d+)");

    public static AwsChoice made() throws IOException, InterruptedException {
        return made(System.getProperty("docs.aws", ""), version());
    }

    static AwsChoice made(String asked, String version) {
        return switch (asked) {
            case "cli" -> cli(version).orElseThrow(() -> new IllegalStateException("there is no AWS CLI"));
            case "stand-in" -> STAND_IN;
            case "" -> cli(version).orElse(STAND_IN);
            default -> throw new IllegalArgumentException("-Ddocs.aws is cli or stand-in, not " + asked);
        };
    }

    private static Optional<AwsChoice> cli(String version) {
        Matcher found = VERSION.matcher(version);
        return found.find() ? Optional.of(readsEndpoint(found) ? CLI : OLD_CLI) : Optional.empty();
    }

    private static boolean readsEndpoint(Matcher version) {
        int major = Integer.parseInt(version.group(1));
        return major > 2 || (major == 2 && Integer.parseInt(version.group(2)) >= 13);
    }

    private static String version() throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder("aws", "--version")
                    .redirectErrorStream(true)
                    .start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? answer : "";
        } catch (IOException absent) {
            return "";
        }
    }
}
