package io.aurorarestore.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aurorarestore.intake.RequestRejectedException;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.request.SnapshotSelector;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestReaderTest {

    private static final String ARN = "arn:aws:rds:us-west-2:123456789012:cluster-snapshot:orders-prod-2026-11-20";

    @Test
    void a_snapshot_by_arn() {
        RestoreRequest request = read("{'target':'orders-drill','source':{'snapshot':'" + ARN + "'},'profile':'p'}");

        assertThat(request).isEqualTo(new RestoreRequest("orders-drill", new SnapshotSelector.ById(ARN), "p"));
    }

    @Test
    void an_automated_snapshot_by_id() {
        assertThat(read("{'target':'a','source':{'snapshot':'rds:orders-prod-2026-11-20-03-05'}}")
                        .source())
                .isEqualTo(new SnapshotSelector.ById("rds:orders-prod-2026-11-20-03-05"));
    }

    @Test
    void names_that_the_service_gives_are_nobodys_target_or_source_cluster_and_that_is_said() {
        assertThatThrownBy(() -> read("{'target':'ar-a-old','source':{'cluster':'ar-b-old'}}"))
                .hasMessageContaining("target must not begin with ar-")
                .hasMessageContaining("source.cluster must not begin with ar-")
                .hasMessageContaining("name a snapshot by its id");
        assertThat(read("{'target':'arable','source':{'snapshot':'ar-b-0123456789ab-final'}}")
                        .source())
                .isEqualTo(new SnapshotSelector.ById("ar-b-0123456789ab-final"));
    }

    @Test
    void a_huge_or_deep_request_is_refused_in_few_words() {
        String huge = "x".repeat(200_000);
        String name = "x".repeat(40_000);
        String deep = "{'a':".repeat(500) + "1" + "}".repeat(500);
        for (String more : List.of(
                "'settings':{'tags':{'a':'" + huge + "'}}",
                "'settings':{'tags':{'" + name + "':'a'}}",
                "'settings':{'engineVersion':'" + huge + "'}",
                "'retirement':'" + huge + "'",
                "'requestId':'" + huge + "'",
                "'profile':" + deep,
                "'settings':" + deep,
                "'" + name + "':1")) {
            assertThatThrownBy(() -> read("{'target':'a','source':{'cluster':'b'}," + more + "}"))
                    .isInstanceOf(RequestRejectedException.class)
                    .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(400));
        }
    }

    @Test
    void the_latest_of_a_cluster() {
        assertThat(read("{'target':'a','source':{'cluster':'orders-prod','region':'us-west-2'}}")
                        .source())
                .isEqualTo(new SnapshotSelector.Latest("orders-prod", "us-west-2"));
    }

    @Test
    void the_latest_of_a_day() {
        assertThat(read("{'target':'a','source':{'cluster':'orders-prod','region':'us-west-2','on':'2026-11-20'}}")
                        .source())
                .isEqualTo(new SnapshotSelector.OnDay("orders-prod", "us-west-2", LocalDate.of(2026, 11, 20)));
    }

    @Test
    void profile_and_region_may_be_left_out() {
        RestoreRequest request = read("{'target':'a','source':{'cluster':'orders-prod'}}");

        assertThat(request.profile()).isEqualTo("default");
        assertThat(request.source()).isEqualTo(new SnapshotSelector.Latest("orders-prod", "us-east-1"));
    }

    @Test
    void everything_wrong_is_said_at_once() {
        assertThatThrownBy(() -> read("{'target':'No_Name','source':{'snapshot':1},'proflie':'x'}"))
                .isInstanceOfSatisfying(
                        RequestRejectedException.class,
                        refused -> assertThat(refused.failure().code()).isEqualTo(FailureCode.INVALID_REQUEST))
                .hasMessageContaining("target is no cluster name")
                .hasMessageContaining("snapshot must be a text")
                .hasMessageContaining("unknown field proflie");
    }

    @Test
    void names_are_taken_in_any_case_and_kept_as_rds_stores_them() {
        RestoreRequest request = read(
                "{'target':'Orders-Staging','source':{'cluster':'Orders-Prod'},'settings':{'subnetGroup':'DB-Nets'}}");

        assertThat(request.target()).isEqualTo("orders-staging");
        assertThat(request.source()).isEqualTo(new SnapshotSelector.Latest("orders-prod", "us-east-1"));
        assertThat(request.settings().subnetGroup()).contains("db-nets");
        assertThat(read("{'target':'a','source':{'snapshot':'Orders-Prod-1'}}").source())
                .isEqualTo(new SnapshotSelector.ById("orders-prod-1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws-us-gov:rds:us-gov-west-1:123456789012:cluster-snapshot:orders-prod-2026-11-20",
                "arn:aws-cn:rds:cn-north-1:123456789012:cluster-snapshot:x",
                "arn:aws-eusc:rds:eusc-de-east-1:123456789012:cluster-snapshot:rds:x"
            })
    void the_arn_of_any_partition_is_an_arn(String arn) {
        assertThat(read("{'target':'a','source':{'snapshot':'" + arn + "'}}").source())
                .isEqualTo(new SnapshotSelector.ById(arn));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "null",
                "'x'",
                "{}",
                "{'target':'a'}",
                "{'source':{'cluster':'b'}}",
                "{'target':'','source':{'cluster':'b'}}",
                "{'target':'a--b','source':{'cluster':'b'}}",
                "{'target':'a-','source':{'cluster':'b'}}",
                "{'target':'1a','source':{'cluster':'b'}}",
                "{'target':'ar-a-0123456789ab-old','source':{'cluster':'b'}}",
                "{'target':'ar-a-0123456789ab-new','source':{'cluster':'b'}}",
                "{'target':'a','source':{'cluster':'ar-a-0123456789ab-old'}}",
                "{'target':'a','source':{'cluster':'b'},'requestId':'a\\nb'}",
                "{'target':'a','source':{'cluster':'b'},'settings':{'tags':{'aurora-restore:allowed':'true'}}}",
                "{'target':'a','source':{'cluster':'b'},'settings':{'tags':{'rds:a':'true'}}}",
                "{'target':'a','source':{}}",
                "{'target':'a','source':'b'}",
                "{'target':'a','source':{'cluster':'b','snapshot':'c'}}",
                "{'target':'a','source':{'snapshot':'c','on':'2026-11-20'}}",
                "{'target':'a','source':{'snapshot':'arn:aws:rds:us-west-2:1:cluster:x'}}",
                "{'target':'a','source':{'snapshot':'arn:aws:rds:---:123456789012:cluster-snapshot:x'}}",
                "{'target':'a','source':{'snapshot':'c c'}}",
                "{'target':'a','source':{'cluster':'b','on':'20.11.2026'}}",
                "{'target':'a','source':{'cluster':'b','on':5}}",
                "{'target':'a','source':{'cluster':'b','region':'mars'}}",
                "{'target':'a','source':{'cluster':'b','region':'cn-north-1'}}",
                "{'target':'a','source':{'snapshot':'arn:aws:rds:us-gov-west-1:123456789012:cluster-snapshot:x'}}",
                "{'target':'a','source':{'snapshot':'arn:aws-cn:rds:us-west-2:123456789012:cluster-snapshot:x'}}",
                "{'target':'a','source':{'snapshot':'arn:aws-mars:rds:us-west-2:123456789012:cluster-snapshot:x'}}",
                "{'target':'a','source':{'cluster':'b','when':'now'}}",
                "{'target':'a','source':{'cluster':'b'},'profile':null}"
            })
    void anything_else_is_refused(String request) {
        assertThatThrownBy(() -> read(request)).isInstanceOf(RequestRejectedException.class);
    }

    private static RestoreRequest read(String json) {
        try {
            return new RequestReader(new Home("us-east-1", "123456789012"))
                    .read(new JsonMapper().readTree(json.replace('\'', '"')))
                    .request();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
