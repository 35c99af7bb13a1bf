package io.aurorarestore.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.local.template.Place;
import io.aurorarestore.local.template.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The templates are the same in every partition: AWS, GovCloud, China, and the European Sovereign Cloud. */
class TemplatePartitionTest {

    private static final Pattern DOMAIN =
            Pattern.compile("[^\\s\"'{}\\[\\],/]*\\bamazonaws\\.com\\b[^\\s\"'{}\\[\\],/]*");
    /** Principals, and what roles are passed to: the same everywhere. */
    private static final Pattern PLAIN = Pattern.compile("(monitoring\\.)?[a-z-]+\\.amazonaws\\.com");

    static List<DeployTemplate> templates() {
        return DeployTemplate.all();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void no_arn_and_no_domain_of_a_region_is_of_one_partition(DeployTemplate template) throws IOException {
        String text = Files.readString(template.file());

        assertThat(text).doesNotContain("arn:aws:");
        assertThat(DOMAIN.matcher(text).results().map(MatchResult::group))
                .allMatch(domain -> PLAIN.matcher(domain).matches());
    }

    @ParameterizedTest
    @CsvSource({
        "us-east-1, arn:aws:, amazonaws.com, com.amazonaws.us-east-1.sqs",
        "us-gov-west-1, arn:aws-us-gov:, amazonaws.com, com.amazonaws.us-gov-west-1.sqs",
        "cn-north-1, arn:aws-cn:, amazonaws.com.cn, cn.com.amazonaws.cn-north-1.sqs",
        "eusc-de-east-1, arn:aws-eusc:, amazonaws.eu, com.amazonaws.eusc-de-east-1.sqs"
    })
    void arns_services_and_endpoints_are_those_of_the_partition(
            String region, String arn, String suffix, String endpoint) {
        WholeTemplate template =
                new WholeTemplate(new Place(region, "123456789012", "http://localhost:4566"), WholeTemplate.EVERYTHING);

        List<String> texts = template.all("AWS::IAM::Role").stream()
                .map(Resource::properties)
                .map(Map::toString)
                .toList();
        assertThat(texts)
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text.replace(arn, "")).doesNotContain("arn:aws"));
        assertThat(template.all("AWS::IAM::ManagedPolicy").toString())
                .contains("kms:ViaService=rds.*." + suffix, "kms:ViaService=secretsmanager." + region + "." + suffix);
        assertThat(template.all("AWS::KMS::Key").toString()).contains("logs." + region + "." + suffix);
        assertThat(template.all("AWS::EC2::VPCEndpoint"))
                .filteredOn(one -> one.logicalId().equals("SqsEndpoint"))
                .extracting(one -> one.text("ServiceName"))
                .containsExactly(endpoint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"us-east-1", "ap-southeast-7", "us-gov-west-1", "cn-northwest-1", "eusc-de-east-1"})
    void a_region_of_any_partition_may_be_the_source(String region) {
        Map<String, Object> parameter = Resource.asMap(
                DeployTemplate.of(DeployTemplate.SERVICE).section("Parameters").get("NightlySourceRegion"));

        assertThat(region).matches(parameter.get("AllowedPattern").toString());
    }

    @Test
    void every_partition_has_a_console() {
        assertThat(Resource.asMap(DeployTemplate.of(DeployTemplate.SERVICE)
                        .section("Mappings")
                        .get("Consoles")))
                .containsOnlyKeys("aws", "aws-cn", "aws-us-gov", "aws-eusc");
    }
}
