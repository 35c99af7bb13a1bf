package io.aurorarestore.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aurorarestore.intake.RequestRejectedException;
import io.aurorarestore.model.aws.ClusterKey;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.request.ClusterSelector.CopyOnWrite;
import io.aurorarestore.model.request.ClusterSelector.PointInTime;
import io.aurorarestore.model.request.SourceSelector;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterSourcesOfRequestsTest {

    private static final ClusterKey PROD = ClusterKey.named("orders-prod");

    @Test
    void a_cluster_may_be_asked_for_as_of_a_time_its_latest_one_or_as_a_clone() {
        assertThat(read("{'cluster':'orders-prod','at':'2026-11-20T15:05:00+01:00'}"))
                .isEqualTo(new PointInTime(PROD, Optional.of(Instant.parse("2026-11-20T14:05:00Z"))));
        assertThat(read("{'cluster':'Orders-Prod','at':'latest'}")).isEqualTo(new PointInTime(PROD, Optional.empty()));
        assertThat(read("{'cluster':'orders-prod','clone':true}")).isEqualTo(new CopyOnWrite(PROD));
        assertThat(read("{'cluster':'arn:aws:rds:us-east-1:123456789012:cluster:orders-prod','clone':true}"))
                .isEqualTo(new CopyOnWrite(PROD));
    }

    /** One that was set aside has a name of ours, and is meant where its id is said. */
    @Test
    void a_deleted_cluster_goes_by_its_resource_id() {
        assertThat(read("{'resourceId':'cluster-ABCDEFGHIJKLMNOPQRSTUVWXYZ','at':'latest'}"))
                .isEqualTo(
                        new PointInTime(ClusterKey.ofResource("cluster-ABCDEFGHIJKLMNOPQRSTUVWXYZ"), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'snapshot':'s','at':'latest'} | source.snapshot stands alone, without at",
                "{'snapshot':'s','clone':true} | source.snapshot stands alone, without clone",
                "{'snapshot':'s','resourceId':'cluster-A'} | source.snapshot stands alone, without resourceId",
                "{'cluster':'b','at':'latest','clone':true} | source.at and clone do not go together",
                "{'cluster':'b','at':'latest','on':'2026-11-20'} | source.on is the day of a snapshot",
                "{'cluster':'b','clone':true,'on':'2026-11-20'} | source.on is the day of a snapshot",
                "{'cluster':'b','at':'14:05'} | source.at is neither latest nor a time with its zone",
                "{'cluster':'b','at':'2026-11-20T14:05:00.25Z'} | source.at has fractions of a second",
                "{'cluster':'b','clone':false} | source.at is missing",
                "{'resourceId':'cluster-A'} | source.at is missing",
                "{'resourceId':'cluster-A','clone':true} | source.clone goes with cluster",
                "{'resourceId':'b','at':'latest'} | source.resourceId is no DbClusterResourceId",
                "{'resourceId':'cluster-A','cluster':'b','at':'latest'} | source.resourceId and cluster do not go together",
                "{'at':'latest'} | source.cluster is no cluster name",
                "{'cluster':'ar-x-old','clone':true} | name it by its resourceId"
            })
    void what_contradicts_itself_is_refused_with_the_reason(String source, String why) {
        assertThatThrownBy(() -> read(source))
                .isInstanceOf(RequestRejectedException.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'cluster':'b','region':'us-west-2','at':'latest'} | ask for a snapshot, {\"cluster\": …, \"region\": …}",
                "{'cluster':'arn:aws:rds:us-west-2:123456789012:cluster:b','clone':true} | ask for a snapshot",
                "{'cluster':'arn:aws:rds:us-east-1:999999999999:cluster:b','clone':true} | let it share a snapshot"
            })
    void what_RDS_cannot_do_across_regions_and_accounts_is_refused_with_what_it_can(String source, String instead) {
        assertThatThrownBy(() -> read(source))
                .isInstanceOf(RequestRejectedException.class)
                .hasMessageContaining(instead);
    }

    @Test
    void a_request_says_it_as_it_was_asked() throws JsonProcessingException {
        for (String source : new String[] {
            "{'cluster':'b','at':'latest'}",
            "{'cluster':'b','at':'2026-11-20T14:05:00Z'}",
            "{'resourceId':'cluster-ABC','at':'latest'}",
            "{'cluster':'b','clone':true}"
        }) {
            assertThat(new JsonMapper()
                            .<com.fasterxml.jackson.databind.JsonNode>valueToTree(
                                    read(source).asked()))
                    .isEqualTo(new JsonMapper().readTree(source.replace('\'', '"')));
        }
    }

    private static SourceSelector read(String source) {
        try {
            String request = "{'target':'a','source':" + source + "}";
            return new RequestReader(new Home("us-east-1", "123456789012"))
                    .read(new JsonMapper().readTree(request.replace('\'', '"')))
                    .request()
                    .source();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
