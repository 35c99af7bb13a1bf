package io.aurorarestore.local.rds.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.local.front.Json;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.MasterUserSecret;
import software.amazon.awssdk.services.rds.model.ModifyDbClusterRequest;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

class ManagedPasswordTest {

    private final WireRds here = new WireRds();

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void rds_makes_a_password_and_keeps_it_in_a_secret() {
        modify("orders", modify -> modify.manageMasterUserPassword(true));

        assertThat(here.cluster("orders").status()).isEqualTo("resetting-master-credentials");
        assertThat(secret("orders").secretStatus()).isEqualTo("creating");
        here.settle();

        assertThat(secret("orders").secretStatus()).isEqualTo("active");
        assertThat(secret("orders").secretArn())
                .matches("arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-[0-9a-f-]{36}-\\w{6}");
        assertThat(secret("orders").kmsKeyId())
                .isEqualTo("arn:aws:kms:us-east-1:123456789012:alias/aws/secretsmanager");
        JsonNode value = value(secret("orders").secretArn());
        assertThat(value.path("username").asText()).isEqualTo("postgres");
        assertThat(here.data.password(here.cluster("orders").dbClusterResourceId()))
                .contains(value.path("password").asText());
    }

    @Test
    void the_key_of_the_secret_may_be_chosen() {
        modify("orders", modify -> modify.manageMasterUserPassword(true).masterUserSecretKmsKeyId("mine"));

        assertThat(secret("orders").kmsKeyId()).isEqualTo("arn:aws:kms:us-east-1:123456789012:key/mine");
    }

    @Test
    void the_secret_stays_with_its_cluster_through_a_rename_and_goes_with_it() {
        modify("orders", modify -> modify.manageMasterUserPassword(true));
        here.settle();
        String arn = secret("orders").secretArn();
        modify("orders", modify -> modify.newDBClusterIdentifier("live"));
        here.settle();
        assertThat(secret("live").secretArn()).isEqualTo(arn);

        here.east.deleteDBInstance(delete -> delete.dbInstanceIdentifier("orders-writer"));
        here.east.deleteDBCluster(delete -> delete.dbClusterIdentifier("live").skipFinalSnapshot(true));
        here.settle();

        assertThatThrownBy(() -> value(arn)).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void a_password_of_ones_own_ends_the_management() {
        modify("orders", modify -> modify.manageMasterUserPassword(true));
        here.settle();
        String arn = secret("orders").secretArn();

        modify("orders", modify -> modify.manageMasterUserPassword(false).masterUserPassword("my-own-password"));
        here.settle();

        assertThat(secret("orders")).isNull();
        assertThatThrownBy(() -> value(arn)).isInstanceOf(ResourceNotFoundException.class);
        assertThat(here.data.password(here.cluster("orders").dbClusterResourceId()))
                .contains("my-own-password");
    }

    @Test
    void a_password_that_cannot_be_set_leaves_no_secret() {
        here.data.failNext("setPassword");
        modify("orders", modify -> modify.manageMasterUserPassword(true));
        here.settle();

        assertThat(secret("orders")).isNull();
        assertThat(here.secrets.listSecrets().secretList()).isEmpty();
    }

    @Test
    void a_managed_password_is_not_given_by_the_caller() {
        assertThatThrownBy(() -> modify(
                        "orders",
                        modify -> modify.manageMasterUserPassword(true).masterUserPassword("my-own-password")))
                .hasMessageContaining("can't specify MasterUserPassword");
        assertThatThrownBy(() -> modify("orders", modify -> modify.masterUserSecretKmsKeyId("mine")))
                .hasMessageContaining("MasterUserSecretKmsKeyId only with");
        modify("orders", modify -> modify.manageMasterUserPassword(true));
        here.settle();

        assertThatThrownBy(() -> modify("orders", modify -> modify.masterUserPassword("my-own-password")))
                .hasMessageContaining("can't specify MasterUserPassword");
        assertThatThrownBy(() -> modify("orders", modify -> modify.manageMasterUserPassword(false)))
                .hasMessageContaining("must specify MasterUserPassword");
    }

    private void modify(String cluster, Consumer<ModifyDbClusterRequest.Builder> changes) {
        here.east.modifyDBCluster(
                modify -> changes.accept(modify.dbClusterIdentifier(cluster).applyImmediately(true)));
    }

    private MasterUserSecret secret(String cluster) {
        return here.cluster(cluster).masterUserSecret();
    }

    private JsonNode value(String arn) {
        return Json.read(here.secrets.getSecretValue(get -> get.secretId(arn)).secretString());
    }
}
