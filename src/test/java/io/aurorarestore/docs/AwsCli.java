package io.aurorarestore.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The AWS CLI of this machine, with which documented {@code aws} commands are run. {@code -Ddocs.aws=cli} demands that
 * there is one; otherwise what needs it is skipped where there is none.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html">AWS_ENDPOINT_URL</a>
 */
public enum AwsCli {
    CURRENT,
    /**
     * One that has to be told endpoint and region in each call. Version 1 reads {@code AWS_ENDPOINT_URL}, but not for
     * SQS, nor for RDS in us-east-1.
     */
    OLD,
    ABSENT;

    private static final Pattern VERSION = Pattern.compile("aws-cli/(\\d+)\\.(\\d+)");

    /** @throws IllegalStateException if there is none, and one is demanded */
    public static AwsCli found() throws IOException, InterruptedException {
        return found(System.getProperty("docs.aws", ""), version());
    }

    static AwsCli found(String asked, String version) {
        if (!asked.isEmpty() && !asked.equals("cli")) {
            throw new IllegalArgumentException("-Ddocs.aws can only be cli, not " + asked);
        }
        Matcher found = VERSION.matcher(version);
        if (found.find()) {
            return readsEndpoint(found) ? CURRENT : OLD;
        }
        if (asked.equals("cli")) {
            throw new IllegalStateException("there is no aws on PATH, but -Ddocs.aws=cli demands it");
        }
        return ABSENT;
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
