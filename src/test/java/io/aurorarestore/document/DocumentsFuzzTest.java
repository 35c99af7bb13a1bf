package io.aurorarestore.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aurorarestore.fuzz.Fuzz;
import io.aurorarestore.fuzz.Samples;
import io.aurorarestore.saga.A;
import io.aurorarestore.saga.Refused;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DocumentsFuzzTest {

    /** In characters: whatever is wrong, somebody has to read it, and it has to be kept. */
    private static final int LONGEST_COMPLAINT = 100_000;

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void a_request_is_read_or_refused() {
        RequestReader reader = new RequestReader(A.HOME);

        Fuzz.run(Samples.requests(), text -> json(text, read -> {
            RequestReader.taskToken(read);
            reader.read(read);
        }));
    }

    @Test
    void an_operation_is_read_or_refused() {
        Fuzz.run(Samples.requests(), text -> json(text, OperationReader::read));
        Fuzz.run(Samples.requests(), text -> json(text, OperationReader::reason));
    }

    @Test
    void a_profile_is_read_or_told_to_be_wrong() {
        Fuzz.run(List.of(Samples.PROFILE), text -> {
            try {
                ProfileReader.read(text).settings().said();
            } catch (IllegalArgumentException wrong) {
                assertThat(wrong.getMessage()).isNotEmpty().hasSizeLessThan(LONGEST_COMPLAINT);
            }
        });
    }

    private static void json(String text, Consumer<JsonNode> read) {
        try {
            read.accept(JSON.readTree(text));
        } catch (JsonProcessingException noJson) {
            assertThat(noJson).hasMessageNotContaining("internal");
        } catch (Refused refused) {
            assertThat(refused.failure().message()).hasSizeLessThan(LONGEST_COMPLAINT);
        }
    }
}
