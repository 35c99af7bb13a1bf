package io.aurorarestore.json;

import static io.aurorarestore.json.SettingsOfRequestsTest.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.aurorarestore.intake.RequestRejectedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrongSettingsOfRequestsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'replace':'SWAP'",
                "'replace':true",
                "'acceptDataLoss':'yes'",
                "'dryRun':1",
                "'finalSnapshot':null",
                "'retirement':'burn'",
                "'settings':[]",
                "'settings':null",
                "'settings':'none'"
            })
    void what_is_of_another_type_is_refused(String field) {
        String name = field.substring(1, field.indexOf(':') - 1);
        assertThatThrownBy(() -> read("," + field))
                .isInstanceOf(RequestRejectedException.class)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'instanceClass':''",
                "'instanceClass':'db.r6g\\u0000'",
                "'logExports':['a','b','c','d','e','f','g','h','i','j','k']",
                "'securityGroups':['1','2','3','4','5','6','7','8','9','10','11','12','13','14','15','16','17']",
                "'readers':-1",
                "'readers':16",
                "'readers':1.5",
                "'readers':4294967296",
                "'serverlessV2':{}",
                "'serverlessV2':7",
                "'serverlessV2':{'min':1}",
                "'serverlessV2':{'min':-1,'max':4}",
                "'serverlessV2':{'min':0.25,'max':4}",
                "'serverlessV2':{'min':1,'max':257}",
                "'serverlessV2':{'min':8,'max':4}",
                "'serverlessV2':{'min':0,'max':4,'secondsUntilAutoPause':299}",
                "'serverlessV2':{'min':1,'max':4,'secondsUntilAutoPause':300}",
                "'serverlessV2':{'min':1,'max':4,'pause':1}",
                "'engineVersion':17",
                "'kmsKeyId':false",
                "'port':1149",
                "'port':65536",
                "'port':'5432'",
                "'subnetGroup':[]",
                "'securityGroups':'sg-1'",
                "'securityGroups':[1]",
                "'clusterParameterGroup':{}",
                "'instanceParameterGroup':' '",
                "'publiclyAccessible':'no'",
                "'caCertificate':1",
                "'logExports':{'postgresql':true}",
                "'iamAuthentication':0",
                "'deletionProtection':'true'",
                "'backupRetentionDays':0",
                "'backupRetentionDays':36",
                "'backupWindow':5",
                "'maintenanceWindow':null",
                "'tags':['team']",
                "'tags':{'team':1}",
                "'masterSecret':true",
                "'archive':'burn'",
                "'certificate':'burn'",
                "'retirement':'delete-after: soon'",
                "'finalSnapshot':'no'",
                "'instanceClasses':['db.r6g.large']",
                "'reeders':1"
            })
    void what_is_out_of_range_or_unknown_is_refused_by_its_name(String field) {
        String name = field.substring(1, field.indexOf(':') - 1);
        assertThatThrownBy(() -> read(",'settings':{" + field + "}"))
                .isInstanceOf(RequestRejectedException.class)
                .hasMessageContaining("settings." + name);
    }

    @Test
    void everything_wrong_is_said_at_once_each_thing_once() {
        Throwable refused = catchThrowable(
                () -> read(",'replace':'x','dryRun':'x','settings':{'port':1,'tags':{'a':1},'reeders':1},'more':1"));

        assertThat(refused.getMessage().split("; ")).hasSize(6);
        assertThat(refused)
                .hasMessageContaining("replace must be one of [refuse, swap, delete-first]")
                .hasMessageContaining("dryRun must be true or false")
                .hasMessageContaining("settings.port must be a whole number from 1150 to 65535")
                .hasMessageContaining("settings.tags.a must be a text")
                .hasMessageContaining("unknown field settings.reeders")
                .hasMessageContaining("unknown field more");
    }
}
