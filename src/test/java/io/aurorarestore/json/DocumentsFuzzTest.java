package io.aurorarestore.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.fuzz.Fuzz;
import io.aurorarestore.fuzz.Samples;
import io.aurorarestore.intake.RequestRejectedException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

public class DocumentsFuzzTest {

    /** In characters: whatever is wrong, somebody has to read it, and it has to be kept. */
    private static final int LONGEST_COMPLAINT = 100_000;

    private static final JsonMapper JSON = new JsonMapper();

    public static final Fuzz.Target REQUESTS = text -> json(text, DocumentsFuzzTest::request);
    public static final Fuzz.Target OPERATIONS = text -> json(text, OperationReader::read);
    public static final Fuzz.Target REASONS = text -> json(text, OperationReader::reason);
    public static final Fuzz.Target PROFILES = DocumentsFuzzTest::profile;

    @Test
    void a_request_is_read_or_refused() {
        Fuzz.run(Samples.requests(), REQUESTS);
    }

    @Test
    void an_operation_is_read_or_refused() {
        Fuzz.run(Samples.requests(), OPERATIONS);
        Fuzz.run(Samples.requests(), REASONS);
    }

    @Test
    void a_profile_is_read_or_told_to_be_wrong() {
        Fuzz.run(List.of(Samples.PROFILE, Samples.PROFILE_OF_SEVERAL_DATABASES), PROFILES);
    }

    private static void request(JsonNode read) {
        RequestReader.taskToken(read);
        new RequestReader(TestData.HOME).read(read);
    }

    private static void profile(String text) {
        try {
            ProfileReader.read(text).settings().said();
        } catch (UnreadableProfileException wrong) {
            assertThat(wrong.getMessage()).isNotEmpty().hasSizeLessThan(LONGEST_COMPLAINT);
        }
    }

    private static void json(String text, Consumer<JsonNode> read) {
        try {
            read.accept(JSON.readTree(text));
        } catch (JsonProcessingException noJson) {
            assertThat(noJson).hasMessageNotContaining("internal");
        } catch (RequestRejectedException refused) {
            assertThat(refused.failure().message()).hasSizeLessThan(LONGEST_COMPLAINT);
        }
    }
}
