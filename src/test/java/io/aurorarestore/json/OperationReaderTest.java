package io.aurorarestore.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aurorarestore.intake.RequestRejectedException;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.request.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationReaderTest {

    private static final RestoreId ID = RestoreId.of("a request");

    @Test
    void a_restore_is_named_by_its_id() {
        assertThat(read("{'restoreId':'" + ID + "','reason':'the wrong day','requestId':'mine'}"))
                .isEqualTo(new OperationReader.Wanted(Subject.of(ID), "the wrong day"));
    }

    @Test
    void a_restore_is_named_by_its_target_and_a_reason_may_be_left_out() {
        assertThat(read("{'target':'orders-drill'}"))
                .isEqualTo(new OperationReader.Wanted(Subject.holderOf("orders-drill"), ""));
    }

    @Test
    void everything_wrong_is_said_at_once() {
        assertThatThrownBy(() -> read("{'restoreId':'../etc','target':'a','reason':1,'force':true}"))
                .isInstanceOfSatisfying(
                        RequestRejectedException.class,
                        refused -> assertThat(refused.failure().code()).isEqualTo(FailureCode.INVALID_REQUEST))
                .hasMessageContaining("restoreId is wrong: not a restore id")
                .hasMessageContaining("reason must be a text")
                .hasMessageContaining("unknown field force")
                .hasMessageContaining("either restoreId or target must be there");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "null",
                "'x'",
                "{}",
                "{'reason':'none'}",
                "{'restoreId':null}",
                "{'restoreId':5}",
                "{'restoreId':''}",
                "{'restoreId':'ABCDEFGHIJKL'}",
                "{'target':''}",
                "{'target':{}}",
                "{'target':'a','reason':''}",
                "{'target':'a','reason':'a\\nb'}",
                "{'target':'ar-a-0123456789ab-old'}",
                "{'target':'a','requestId':1}"
            })
    void anything_else_is_refused(String detail) {
        assertThatThrownBy(() -> read(detail)).isInstanceOf(RequestRejectedException.class);
    }

    @Test
    void a_detail_that_is_missing_is_refused() {
        assertThatThrownBy(() ->
                        OperationReader.read(new JsonMapper().createObjectNode().path("detail")))
                .isInstanceOf(RequestRejectedException.class);
    }

    private static OperationReader.Wanted read(String json) {
        try {
            return OperationReader.read(new JsonMapper().readTree(json.replace('\'', '"')));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
