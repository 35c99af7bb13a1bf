package io.aurorarestore.adapter.dynamodb.stored;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.fuzz.Fuzz;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.StoredByNewerVersionException;
import java.util.List;
import org.junit.jupiter.api.Test;

public class StoredFuzzTest {

    public static final Fuzz.Target RESTORES = StoredFuzzTest::read;

    @Test
    void a_stored_restore_is_read_or_told_to_be_spoilt_or_left_alone() {
        Fuzz.run(samples(), RESTORES);
    }

    public static List<String> samples() {
        return RestoreDocumentTest.restores().map(StoredRestores::write).toList();
    }

    private static void read(String text) {
        try {
            assertReadable(StoredRestores.read(text));
        } catch (StoredByNewerVersionException newer) {
            assertThat(newer.getMessage()).hasSizeLessThan(200);
        } catch (CallFailedException failed) {
            assertThat(failed.failure().code()).isEqualTo(FailureCode.UNEXPECTED);
            assertThat(failed.getMessage()).hasSizeLessThan(200);
        }
    }

    private static void assertReadable(Restore restore) {
        assertThat(RestoreDocument.of(restore).read()).isEqualTo(restore);
    }
}
