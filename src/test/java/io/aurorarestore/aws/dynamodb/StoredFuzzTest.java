package io.aurorarestore.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.fuzz.Fuzz;
import io.aurorarestore.port.CallFailed;
import io.aurorarestore.restore.FailureCode;
import io.aurorarestore.restore.Restore;
import java.util.List;
import org.junit.jupiter.api.Test;

public class StoredFuzzTest {

    public static final Fuzz.Target RESTORES = StoredFuzzTest::read;

    @Test
    void a_stored_restore_is_read_or_told_to_be_spoilt() {
        Fuzz.run(samples(), RESTORES);
    }

    public static List<String> samples() {
        return RestoreCodecTest.restores().map(RestoreCodec::write).toList();
    }

    private static void read(String text) {
        try {
            assertReadable(RestoreCodec.read(text));
        } catch (CallFailed failed) {
            assertThat(failed.failure().code()).isEqualTo(FailureCode.UNEXPECTED);
            assertThat(failed.getMessage()).hasSizeLessThan(200);
        }
    }

    private static void assertReadable(Restore restore) {
        assertThat(RestoreCodec.read(RestoreCodec.write(restore))).isEqualTo(restore);
        assertThat(Items.restore(Items.restore(restore))).isEqualTo(restore);
    }
}
