package io.aurorarestore.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StepNameTest {

    @ParameterizedTest
    @EnumSource(StepName.class)
    void a_step_is_found_by_its_name_and_its_label(StepName step) {
        assertThat(StepName.ofName(step.name())).contains(step);
        assertThat(StepName.ofLabel(step.label())).isEqualTo(step);
        assertThat(step.labels()).startsWith(step.label());
    }

    /** Audit entries are kept for a year, profiles for ever. */
    @Test
    void the_first_step_is_found_by_what_it_was_called_when_all_sources_were_snapshots() {
        assertThat(StepName.ofName("LOCATE_SNAPSHOT")).contains(StepName.LOCATE_SOURCE);
        assertThat(StepName.ofLabel("LocateSnapshot")).isEqualTo(StepName.LOCATE_SOURCE);
        assertThat(StepName.LOCATE_SOURCE.label()).isEqualTo("LocateSource");
    }

    @Test
    void what_is_no_step_is_not_taken_for_one() {
        assertThat(StepName.ofName("LocateSource")).isEmpty();
        assertThatThrownBy(() -> StepName.ofLabel("LOCATE_SOURCE")).isInstanceOf(IllegalArgumentException.class);
    }
}
