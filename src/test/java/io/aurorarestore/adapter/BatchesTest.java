package io.aurorarestore.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BatchesTest {

    @Test
    void a_batch_has_no_more_entries_than_the_service_takes() {
        assertThat(Batches.of(List.of("a", "b", "c", "d", "e"), 2, 100, String::length))
                .containsExactly(List.of("a", "b"), List.of("c", "d"), List.of("e"));
    }

    @Test
    void a_batch_has_no_more_bytes_than_the_service_takes_unless_one_entry_has() {
        assertThat(Batches.of(List.of("aaa", "bb", "c", "ddddddd", "e"), 10, 5, String::length))
                .containsExactly(List.of("aaa", "bb"), List.of("c"), List.of("ddddddd"), List.of("e"));
    }

    @Test
    void of_nothing_there_is_no_batch() {
        assertThat(Batches.of(List.<String>of(), 10, 5, String::length)).isEmpty();
    }
}
