package io.aurorarestore.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aurorarestore.model.settings.Attribute;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.Requestable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributesReaderTest {

    private final List<String> wrong = new ArrayList<>();

    @Test
    void each_may_be_said() {
        ClusterSettings said = read("""
                'storageType':'aurora-iopt1','networkType':'DUAL','domain':'d-123','domainRole':'rds-directory',
                'engineLifecycleSupport':'open-source-rds-extended-support-disabled','copyTagsToSnapshot':false,
                'dataApi':true,'databaseInsights':'advanced','performanceInsights':true,'performanceInsightsDays':465,
                'performanceInsightsKey':'key','monitoringInterval':60,'monitoringRole':'role','masterSecretKey':'key',
                'localWriteForwarding':true,'autoMinorVersionUpgrade':false,'promotionTiers':[0,1,15],
                'availabilityZones':['us-east-1a','us-east-1b'],'instanceNames':'keep','roles':{'s3Import':'role'}""");

        assertThat(wrong).isEmpty();
        assertThat(said.attributes().said()).containsOnlyKeys(Attribute.values());
        assertThat(said.attributes().ofInstance(3).text(Attribute.PROMOTION_TIERS))
                .contains("15");
        assertThat(said.attributes().ofInstance(3).text(Attribute.AVAILABILITY_ZONES))
                .isEmpty();
        assertThat(said.roles()).contains(Map.of("s3Import", "role"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'storageType':'gp3'",
                "'networkType':'IPV6'",
                "'databaseInsights':'more'",
                "'performanceInsightsDays':30",
                "'performanceInsightsDays':0",
                "'monitoringInterval':7",
                "'promotionTiers':[16]",
                "'promotionTiers':['1']",
                "'availabilityZones':['a,b']",
                "'instanceNames':'mine'",
                "'dataApi':'yes'",
                "'roles':{'a':1}",
                "'roles':{'a':'1','b':'1','c':'1','d':'1','e':'1','f':'1'}"
            })
    void what_rds_would_refuse_is_told(String field) {
        read(field);
        assertThat(wrong).isNotEmpty().allMatch(one -> one.contains(field.substring(1, field.indexOf(':') - 1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "networkType",
                "domain",
                "domainRole",
                "performanceInsightsKey",
                "monitoringRole",
                "masterSecretKey",
                "roles",
                "masterSecret",
                "kmsKeyId",
                "subnetGroup",
                "securityGroups",
                "publiclyAccessible"
            })
    void keys_networks_the_domain_and_roles_are_never_a_requests_to_say(String setting) {
        assertThat(Requestable.canBePermitted(setting)).isFalse();
        assertThat(Requestable.isNever(setting)).isTrue();
        assertThat(Requestable.canBePermitted("instanceNames")).isTrue();
    }

    private ClusterSettings read(String fields) {
        try {
            return SettingsReader.read(new Fields(
                    JsonMapper.builder().build().readTree("{" + fields.replace('\'', '"') + "}"), "", wrong));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
