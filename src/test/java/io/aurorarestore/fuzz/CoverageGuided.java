package io.aurorarestore.fuzz;

import io.aurorarestore.adapter.dynamodb.stored.StoredFuzzTest;
import io.aurorarestore.adapter.secretsmanager.SecretValueFuzzTest;
import io.aurorarestore.json.DocumentsFuzzTest;
import io.aurorarestore.lambda.InboxFuzzTest;
import io.aurorarestore.lambda.api.ApiFuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The targets of the fuzz tests for Jazzer, which looks for texts that lead the code where none has led it yet:
 * {@code ./mvnw -Pfuzz -Dfuzz.seconds=600}. A text's first byte chooses the target.
 *
 * @see <a href="https://github.com/CodeIntelligenceTesting/jazzer">Jazzer</a>
 */
public final class CoverageGuided {

    private static final Path CORPUS = Path.of("target", "fuzz");
    private static final Logger OURS = Logger.getLogger("io.aurorarestore");

    private record Aim(Fuzz.Target target, List<String> samples) {}

    private static final List<Aim> AIMS = List.of(
            new Aim(InboxFuzzTest.INBOX, InboxFuzzTest.everything()),
            new Aim(InboxFuzzTest.OWN, InboxFuzzTest.everything()),
            new Aim(ApiFuzzTest.CALLS, ApiFuzzTest.calls()),
            new Aim(DocumentsFuzzTest.REQUESTS, Samples.requests()),
            new Aim(DocumentsFuzzTest.OPERATIONS, Samples.requests()),
            new Aim(DocumentsFuzzTest.REASONS, Samples.requests()),
            new Aim(DocumentsFuzzTest.PROFILES, List.of(Samples.PROFILE, Samples.PROFILE_OF_SEVERAL_DATABASES)),
            new Aim(SecretValueFuzzTest.SECRETS, SecretValueFuzzTest.SAMPLES),
            new Aim(SecretValueFuzzTest.ROTATED, SecretValueFuzzTest.SAMPLES),
            new Aim(StoredFuzzTest.RESTORES, StoredFuzzTest.samples()));

    private CoverageGuided() {}

    /** Called by Jazzer: good texts, to begin with. */
    public static void fuzzerInitialize() throws IOException {
        OURS.setLevel(Level.OFF);
        Files.createDirectories(CORPUS);
        for (int number = 0; number < AIMS.size(); number++) {
            List<String> samples = AIMS.get(number).samples();
            for (int at = 0; at < samples.size(); at++) {
                Files.write(CORPUS.resolve("sample-" + number + "-" + at), input(number, samples.get(at)));
            }
        }
    }

    private static byte[] input(int number, String text) {
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        input.write(number);
        input.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return input.toByteArray();
    }

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        if (input.length > 0) {
            Aim aim = AIMS.get(Byte.toUnsignedInt(input[0]) % AIMS.size());
            aim.target().read(new String(input, 1, input.length - 1, StandardCharsets.UTF_8));
        }
    }
}
