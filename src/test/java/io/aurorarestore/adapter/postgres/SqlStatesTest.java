package io.aurorarestore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.local.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlStatesTest {

    private static final Path OF_THE_SERVER =
            WorkFolder.of("postgres").resolve("postgresql/share/postgresql/errcodes.txt");

    @Test
    void every_condition_is_called_as_the_server_that_we_test_with_calls_it() throws Exception {
        new RestoredOrders().close();

        assertThat(named().toList())
                .hasSize(260)
                .allSatisfy(columns -> assertThat(SqlStates.description(columns.get(0)))
                        .isEqualTo(columns.get(3) + " (" + columns.get(0) + ")"));
    }

    @ParameterizedTest
    @CsvSource({
        "22P02, invalid_text_representation",
        "42501, insufficient_privilege",
        "22ABC, data_exception",
        "AB123, user_defined_condition"
    })
    void a_code_is_told_with_its_name_or_that_of_its_class(String state, String name) {
        assertThat(SqlStates.description(state)).isEqualTo(name + " (" + state + ")");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "22p02", "hunter2", "2200", "22\n02"})
    void what_is_no_code_is_not_told(String state) {
        assertThat(SqlStates.description(state)).isEqualTo("error without a code");
    }

    /** Lines of code, kind, constant and name; a second constant of a code has no name. */
    private static Stream<List<String>> named() throws IOException {
        return Files.readAllLines(OF_THE_SERVER).stream()
                .filter(line -> line.matches("[0-9A-Z]{5} .*"))
                .map(line -> List.of(line.split("\\s+")))
                .filter(columns -> columns.size() == 4);
    }
}
