package io.aurorarestore.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {

    private static final RestoreId ID = RestoreId.of("a key");

    @Test
    void each_name_leads_back_to_its_restore() {
        for (String target :
                List.of("o", "orders-staging", "a-name-that-is-much-longer-than-what-a-name-of-ours-takes-of-it")) {
            Names names = new Names(ID, target);

            assertThat(List.of(
                            names.staging(),
                            names.copy(),
                            names.setAside(),
                            names.finalSnapshot(),
                            names.instance(1),
                            names.instance(16),
                            names.oldInstance(2)))
                    .allSatisfy(name -> assertThat(Names.restoreOf(name)).contains(ID));
        }
    }

    @Test
    void a_name_that_somebody_else_gave_leads_to_none() {
        assertThat(List.of(
                        "orders",
                        "ar-orders",
                        "ar-orders-new",
                        "ar-orders-UPPERCASE123-new",
                        "",
                        "ar--" + ID,
                        "orders-" + ID + "-new"))
                .allSatisfy(name -> assertThat(Names.restoreOf(name)).isEmpty());
    }
}
