package io.aurorarestore.adapter.rds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;

/** RDS shows 0 or 1 GiB of snapshots of Aurora whose size it does not say. */
class SnapshotSizeTest {

    @Test
    void the_size_is_as_rds_says_it() {
        assertThat(size(186)).contains(186);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void what_says_nothing_is_no_size(int shown) {
        assertThat(size(shown)).isEmpty();
    }

    private static Optional<Integer> size(int shown) {
        return RdsMapper.snapshot(DBClusterSnapshot.builder()
                        .dbClusterSnapshotIdentifier("orders-1")
                        .dbClusterSnapshotArn("arn:aws:rds:us-east-1:123456789012:cluster-snapshot:orders-1")
                        .allocatedStorage(shown)
                        .build())
                .sizeGib();
    }
}
