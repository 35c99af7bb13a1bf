package io.aurorarestore.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which {@code aws} documented commands are run with: {@code -Ddocs.aws=cli} the AWS CLI, {@code stand-in} our own; if
 * neither is asked for, the CLI where there is one that reads {@code AWS_ENDPOINT_URL}.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html">Since which version</a>
 */
public enum AwsChoice {
    CLI,
    STAND_IN;

    private static final Pattern VERSION = Pattern.compile("aws-cli/(\\d+)\\.(\\d+)");

    public static AwsChoice made() throws IOException, InterruptedException {
        return made(System.getProperty("docs.aws", ""), version());
    }

    static AwsChoice made(String asked, String version) {
        return switch (asked) {
            case "cli" -> CLI;
            case "stand-in" -> STAND_IN;
            case "" -> readsEndpoint(version) ? CLI : STAND_IN;
            default -> throw new IllegalArgumentException("-Ddocs.aws is cli or stand-in, not " + asked);
        };
    }

    private static boolean readsEndpoint(String version) {
        Matcher found = VERSION.matcher(version);
        if (!found.find()) {
            return false;
        }
        int major = Integer.parseInt(found.group(1));
        int minor = Integer.parseInt(found.group(2));
        return major > 2 || (major == 2 ? minor >= 13 : minor >= 29);
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
