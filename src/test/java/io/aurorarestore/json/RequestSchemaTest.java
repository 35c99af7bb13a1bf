package io.aurorarestore.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.intake.RequestRejectedException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema and the reader are of one mind. */
class RequestSchemaTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonSchema SCHEMA = schema();
    private static final String REST = ",'target':'a','source':{'cluster':'b'}}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'target':'a','source':{'snapshot':'rds:b-2026'}}",
                "{'target':'Orders-Staging','source':{'cluster':'Orders-Prod'}}",
                "{'target':'a','source':{'cluster':'b','region':'us-west-2','on':'2026-11-20'},'requestId':'x'}",
                "{'target':'a','source':{'cluster':'Orders-Prod','at':'2026-11-20T14:05:00Z'}}",
                "{'target':'a','source':{'cluster':'b','region':'us-east-1','at':'2026-11-20T15:05+01:00'}}",
                "{'target':'a','source':{'cluster':'arn:aws:rds:us-east-1:123456789012:cluster:b','at':'latest'}}",
                "{'target':'a','source':{'resourceId':'cluster-ABCDEFGHIJKLMNOPQRSTUVWXYZ','at':'latest'}}",
                "{'target':'a','source':{'cluster':'b','clone':true}}",
                "{'taskToken':'AQ=='" + REST,
                "{'replace':'swap','retirement':'delete-after: P7D'" + REST,
                "{'replace':'delete-first','finalSnapshot':true,'acceptDataLoss':false,'dryRun':true" + REST,
                "{'settings':{'instanceClass':'db.serverless','serverlessV2':{'min':0.5,'max':8},'readers':2}" + REST,
                "{'settings':{'tags':{'team':'x'},'logExports':['postgresql'],'archive':'keep','port':5432}" + REST,
                "{'settings':{'tags':{'ö_.:/=+-@ 1':'','aws':'arn:aws:x'}}" + REST,
                "{'settings':{'certificate':'renew'}" + REST,
                "{'settings':{'engineVersion':'17.4'},'requestId':'größe 😀'" + REST
            })
    void both_take_it(String request) {
        assertThat(SCHEMA.validate(node(request))).isEmpty();
        assertThat(taken(request)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{'target':'a'}",
                "{'target':'a--b','source':{'cluster':'b'}}",
                "{'target':'a','source':{}}",
                "{'target':'a','source':{'cluster':'b','snapshot':'c'}}",
                "{'target':'a','source':{'cluster':'b','region':'mars'}}",
                "{'target':'a','source':{'snapshot':'c','on':'2026-11-20'}}",
                "{'target':'a','source':{'snapshot':'arn:aws:rds:x'}}",
                "{'target':'a','source':{'cluster':'b','at':'yesterday'}}",
                "{'target':'a','source':{'cluster':'b','at':'2026-11-20T14:05:00'}}",
                "{'target':'a','source':{'cluster':'b','at':'2026-11-20T14:05:00.5Z'}}",
                "{'target':'a','source':{'cluster':'b','at':'2026-11-20T14:05:00Z','on':'2026-11-20'}}",
                "{'target':'a','source':{'cluster':'b','at':'latest','clone':true}}",
                "{'target':'a','source':{'snapshot':'b','at':'latest'}}",
                "{'target':'a','source':{'snapshot':'b','clone':true}}",
                "{'target':'a','source':{'cluster':'b','clone':false}}",
                "{'target':'a','source':{'cluster':'b','clone':'yes'}}",
                "{'target':'a','source':{'resourceId':'cluster-ABC'}}",
                "{'target':'a','source':{'resourceId':'cluster-ABC','clone':true}}",
                "{'target':'a','source':{'resourceId':'orders','at':'latest'}}",
                "{'target':'a','source':{'resourceId':'cluster-ABC','cluster':'b','at':'latest'}}",
                "{'target':'a','source':{'cluster':'ar-a-0123456789ab-old','clone':true}}",
                "{'replace':'burn'" + REST,
                "{'retirement':'delete-after: soon'" + REST,
                "{'dryRun':'yes'" + REST,
                "{'taskToken':''" + REST,
                "{'colour':'red'" + REST,
                "{'profile':''" + REST,
                "{'settings':{'readers':16}" + REST,
                "{'settings':{'readers':1.5}" + REST,
                "{'settings':{'port':80}" + REST,
                "{'settings':{'serverlessV2':{'min':1}}" + REST,
                "{'settings':{'tags':{'team':1}}" + REST,
                "{'settings':{'users':[]}" + REST,
                "{'settings':{'certificate':'RENEWED'}" + REST,
                "{'settings':{'logExports':'postgresql'}" + REST,
                "{'target':'ar-a-0123456789ab-old','source':{'cluster':'b'}}",
                "{'target':'AR-a-0123456789ab-old','source':{'cluster':'b'}}",
                "{'target':'a','source':{'cluster':'ar-a-0123456789ab-old'}}",
                "{'settings':{'tags':{'aurora-restore:allowed':'true'}}" + REST,
                "{'settings':{'tags':{' AWS:x':'true'}}" + REST,
                "{'settings':{'tags':{'Rds:x':'true'}}" + REST,
                "{'settings':{'tags':{'a':'100 %'}}" + REST,
                "{'settings':{'tags':{'':'x'}}" + REST,
                "{'settings':{'engineVersion':'17\\n4'}" + REST,
                "{'settings':{'engineVersion':'17\\u20284'}" + REST,
                "{'requestId':'a\\u001b[2Jb'" + REST,
                "{'requestId':'a\\u0085b'" + REST,
                "{'requestId':'a\\u202eb'" + REST
            })
    void both_refuse_it(String request) {
        assertThat(SCHEMA.validate(node(request))).isNotEmpty();
        assertThat(taken(request)).isFalse();
    }

    @Test
    void the_samples_fit() throws IOException {
        try (DirectoryStream<Path> samples = Files.newDirectoryStream(Path.of("events"), "restore-request*.json")) {
            for (Path sample : samples) {
                if (!sample.toString().endsWith(".schema.json")) {
                    String detail =
                            JSON.readTree(sample.toFile()).get(0).path("Detail").asText();
                    assertThat(SCHEMA.validate(JSON.readTree(detail)))
                            .as(sample.toString())
                            .isEmpty();
                }
            }
        }
    }

    private static boolean taken(String request) {
        try {
            new RequestReader(TestData.HOME).read(node(request));
            return true;
        } catch (RequestRejectedException refused) {
            return false;
        }
    }

    private static JsonNode node(String json) {
        try {
            return JSON.readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static JsonSchema schema() {
        try {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(JSON.readTree(Path.of("src/main/resources/events/restore-request.schema.json")
                            .toFile()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
