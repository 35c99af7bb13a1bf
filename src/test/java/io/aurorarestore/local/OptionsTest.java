package io.aurorarestore.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.local.template.TemplateError;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void parameters_are_names_with_values_that_may_hold_commas_and_equals_signs() {
        assertThat(Options.parameters("NightlyTarget=orders-staging,NightlyAt=cron(0 3 ? * MON,TUE *),A=b=c"))
                .hasSize(3)
                .containsEntry("NightlyTarget", "orders-staging")
                .containsEntry("NightlyAt", "cron(0 3 ? * MON,TUE *)")
                .containsEntry("A", "b=c");
    }

    @Test
    void there_need_be_none() {
        assertThat(Options.parameters("")).isEmpty();
    }

    @Test
    void a_name_without_a_value_is_refused() {
        assertThatThrownBy(() -> Options.parameters("NightlyTarget"))
                .isInstanceOf(TemplateError.class)
                .hasMessageContaining("NightlyTarget");
    }
}
