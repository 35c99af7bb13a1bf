package io.aurorarestore.local.rds.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.AccountQuota;
import software.amazon.awssdk.services.rds.model.CertificateNotFoundException;
import software.amazon.awssdk.services.rds.model.CreateDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.DBClusterRole;
import software.amazon.awssdk.services.rds.model.DbClusterRoleAlreadyExistsException;
import software.amazon.awssdk.services.rds.model.DbClusterRoleNotFoundException;

class QuotasAndRolesTest {

    private static final String ROLE = "arn:aws:iam::123456789012:role/import";

    private final WireRds here = new WireRds();

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void quotas_and_what_is_used_of_them_are_counted_by_region() {
        assertThat(here.east.describeAccountAttributes().accountQuotas())
                .extracting(AccountQuota::accountQuotaName, AccountQuota::used, AccountQuota::max)
                .containsExactly(
                        tuple("DBClusters", 1L, 40L),
                        tuple("DBInstances", 1L, 40L),
                        tuple("ManualClusterSnapshots", 1L, 100L));
        assertThat(here.west.describeAccountAttributes().accountQuotas())
                .extracting(AccountQuota::used)
                .containsOnly(0L);
    }

    @Test
    void a_cluster_shows_the_roles_that_it_was_given() {
        add("s3Import");

        assertThat(here.cluster("orders").associatedRoles())
                .extracting(DBClusterRole::roleArn, DBClusterRole::featureName, DBClusterRole::status)
                .containsExactly(tuple(ROLE, "s3Import", "ACTIVE"));
        assertThatThrownBy(() -> add("s3Import")).isInstanceOf(DbClusterRoleAlreadyExistsException.class);

        remove();

        assertThat(here.cluster("orders").associatedRoles()).isEmpty();
        assertThatThrownBy(this::remove).isInstanceOf(DbClusterRoleNotFoundException.class);
    }

    @Test
    void a_role_is_given_for_a_feature_only() {
        assertThatThrownBy(() -> add(null)).hasMessageContaining("feature-name parameter must be provided");
    }

    @Test
    void an_instance_has_the_certificate_authority_that_was_asked_for() {
        assertThat(here.instance("orders-writer").caCertificateIdentifier()).isEqualTo("rds-ca-rsa2048-g1");

        here.east.createDBInstance(instance("reader", "rds-ca-ecc384-g1"));

        assertThat(here.instance("reader").caCertificateIdentifier()).isEqualTo("rds-ca-ecc384-g1");
        assertThat(here.instance("reader").certificateDetails().caIdentifier()).isEqualTo("rds-ca-ecc384-g1");
        assertThatThrownBy(() -> here.east.createDBInstance(instance("other", "rds-ca-1995")))
                .isInstanceOf(CertificateNotFoundException.class);
    }

    @Test
    void subnet_groups_are_in_a_vpc() {
        here.rds.region("us-east-1").groups().addSubnets("elsewhere", "vpc-2");

        assertThat(here.east.describeDBSubnetGroups().dbSubnetGroups())
                .extracting(group -> group.dbSubnetGroupName(), group -> group.vpcId())
                .containsExactly(tuple("default", "vpc-0a1b2c3d4e5f60718"), tuple("elsewhere", "vpc-2"));
        assertThat(here.instance("orders-writer").dbSubnetGroup().vpcId()).isEqualTo("vpc-0a1b2c3d4e5f60718");
    }

    private void add(@Nullable String feature) {
        here.east.addRoleToDBCluster(
                add -> add.dbClusterIdentifier("orders").roleArn(ROLE).featureName(feature));
    }

    private void remove() {
        here.east.removeRoleFromDBCluster(
                remove -> remove.dbClusterIdentifier("orders").roleArn(ROLE));
    }

    private static CreateDbInstanceRequest instance(String id, String certificate) {
        return CreateDbInstanceRequest.builder()
                .dbInstanceIdentifier(id)
                .dbClusterIdentifier("orders")
                .dbInstanceClass("db.r6g.large")
                .engine("aurora-postgresql")
                .caCertificateIdentifier(certificate)
                .build();
    }
}
