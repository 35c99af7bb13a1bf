package io.aurorarestore.adapter.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.adapter.Configured;
import io.aurorarestore.intake.RequestRejectedException;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.port.RestoreViews.Query;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DynamoDbViewsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "*not base64*", "MjAyNg"})
    void a_place_that_is_of_no_page_is_refused(String next) {
        DynamoDbViews views = new DynamoDbViews(null, Configured.with(Map.of()));
        Query query = new Query(Optional.empty(), Optional.empty(), 10, Optional.of(next));

        assertThatThrownBy(() -> views.list(query).await().indefinitely())
                .isInstanceOfSatisfying(
                        RequestRejectedException.class,
                        refused -> assertThat(refused.failure().code()).isEqualTo(FailureCode.INVALID_REQUEST));
    }
}
