package io.aurorarestore.local.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is asked of a role for each call that a function makes. */
class PermissionsTest {

    private static final String RDS = "arn:aws:rds:us-east-1:123456789012:";
    private static final String TABLE = "arn:aws:dynamodb:us-east-1:123456789012:table/";

    @Test
    void a_call_of_rds_names_resources_of_several_types() {
        assertThat(rds("CreateDBInstance", "DBInstanceIdentifier=i&DBClusterIdentifier=c&DBParameterGroupName=g"))
                .containsExactlyInAnyOrder(
                        new Permission("rds:CreateDBInstance", RDS + "db:i"),
                        new Permission("rds:CreateDBInstance", RDS + "cluster:c"),
                        new Permission("rds:CreateDBInstance", RDS + "pg:g"));
    }

    @Test
    void tags_that_come_with_what_is_made_need_the_permission_to_tag_it() {
        assertThat(rds("RestoreDBClusterFromSnapshot", "DBClusterIdentifier=c&SnapshotIdentifier=s&Tags.Tag.1.Key=k"))
                .contains(new Permission("rds:AddTagsToResource", RDS + "cluster:c"))
                .doesNotContain(new Permission("rds:AddTagsToResource", RDS + "cluster-snapshot:s"));
    }

    @Test
    void a_cluster_that_data_is_taken_from_is_asked_about_and_not_tagged() {
        String clone = "DBClusterIdentifier=c&SourceDBClusterIdentifier=s&Tags.Tag.1.Key=k";

        assertThat(rds("RestoreDBClusterToPointInTime", clone))
                .containsExactlyInAnyOrder(
                        new Permission("rds:RestoreDBClusterToPointInTime", RDS + "cluster:c"),
                        new Permission("rds:RestoreDBClusterToPointInTime", RDS + "cluster:s"),
                        new Permission("rds:AddTagsToResource", RDS + "cluster:c"));
        assertThat(rds("RestoreDBClusterToPointInTime", "DBClusterIdentifier=c&SourceDbClusterResourceId=r"))
                .contains(new Permission("rds:RestoreDBClusterToPointInTime", RDS + "cluster-auto-backup:r"));
    }

    @Test
    void a_role_that_a_cluster_is_given_has_to_be_passed_to_rds() {
        String role = "arn:aws:iam::123456789012:role/orders-s3";

        assertThat(rds("AddRoleToDBCluster", "DBClusterIdentifier=c&RoleArn=" + role))
                .contains(new Permission(
                        "iam:PassRole", role, Map.of("iam:PassedToService", List.of("rds.amazonaws.com"))));
    }

    @Test
    void a_cluster_that_may_be_the_first_of_its_account_needs_rds_s_own_role() {
        assertThat(rds("RestoreDBClusterFromSnapshot", "DBClusterIdentifier=c&SnapshotIdentifier=s"))
                .extracting(Permission::action, Permission::resource)
                .contains(tuple(
                        "iam:CreateServiceLinkedRole",
                        "arn:aws:iam::123456789012:role/aws-service-role/rds.amazonaws.com/AWSServiceRoleForRDS"));
    }

    @Test
    void an_item_a_key_and_a_query_say_which_partition_they_are_on() {
        assertThat(json(
                        "dynamodb",
                        "PutItem",
                        "{\"TableName\": \"a\", \"Item\": {\"name\": {\"S\": \"n\"}, \"pk\": {\"S\": \"JOB#1\"}}}"))
                .extracting(Permission::context)
                .containsExactly(Map.of("dynamodb:LeadingKeys", List.of("JOB#1")));
        assertThat(json(
                        "dynamodb",
                        "BatchGetItem",
                        "{\"RequestItems\": {\"a\": {\"Keys\": [{\"pk\": {\"S\": \"R#1\"}}]}}}"))
                .extracting(Permission::context)
                .containsExactly(Map.of("dynamodb:LeadingKeys", List.of("R#1")));
        assertThat(json(
                        "dynamodb",
                        "Query",
                        "{\"TableName\": \"a\", \"KeyConditionExpression\": \"pk = :pk\","
                                + " \"ExpressionAttributeValues\": {\":pk\": {\"S\": \"R#1\"}}}"))
                .extracting(Permission::context)
                .containsExactly(Map.of("dynamodb:LeadingKeys", List.of("R#1")));
    }

    @Test
    void a_copy_needs_both_ends() {
        String source = "arn:aws:rds:us-west-2:111122223333:cluster-snapshot:theirs";

        assertThat(rds(
                        "CopyDBClusterSnapshot",
                        "SourceDBClusterSnapshotIdentifier=" + source + "&TargetDBClusterSnapshotIdentifier=ours"))
                .extracting(Permission::resource)
                .containsExactlyInAnyOrder(source, RDS + "cluster-snapshot:ours");
    }

    @Test
    void a_list_is_of_all_of_its_type() {
        assertThat(rds("DescribeDBInstances", "Filters.Filter.1.Name=db-cluster-id"))
                .containsExactly(new Permission("rds:DescribeDBInstances", RDS + "db:*"));
        assertThat(rds("DescribeGlobalClusters", ""))
                .containsExactly(
                        new Permission("rds:DescribeGlobalClusters", "arn:aws:rds::123456789012:global-cluster:*"));
        assertThat(rds("DescribeAccountAttributes", ""))
                .containsExactly(new Permission("rds:DescribeAccountAttributes", "*"));
    }

    @Test
    void tags_are_of_the_resource_that_is_named_by_its_arn() {
        assertThat(rds("RemoveTagsFromResource", "ResourceName=" + RDS + "cluster:c&TagKeys.member.1=k"))
                .containsExactly(new Permission("rds:RemoveTagsFromResource", RDS + "cluster:c"));
    }

    @Test
    void a_transaction_needs_what_its_items_need() {
        String items = "{\"TransactItems\": [{\"Put\": {\"TableName\": \"a\"}}, {\"Delete\": {\"TableName\": \"a\"}},"
                + " {\"ConditionCheck\": {\"TableName\": \"b\"}}]}";

        assertThat(json("dynamodb", "TransactWriteItems", items))
                .containsExactly(
                        new Permission("dynamodb:PutItem", TABLE + "a"),
                        new Permission("dynamodb:DeleteItem", TABLE + "a"),
                        new Permission("dynamodb:ConditionCheckItem", TABLE + "b"));
    }

    @Test
    void a_batch_needs_the_permission_on_each_of_its_tables() {
        assertThat(json("dynamodb", "BatchGetItem", "{\"RequestItems\": {\"a\": {}, \"b\": {}}}"))
                .containsExactly(
                        new Permission("dynamodb:BatchGetItem", TABLE + "a"),
                        new Permission("dynamodb:BatchGetItem", TABLE + "b"));
    }

    @Test
    void an_index_is_a_resource_of_its_own() {
        assertThat(json("dynamodb", "Query", "{\"TableName\": \"a\", \"IndexName\": \"due\"}"))
                .containsExactly(new Permission("dynamodb:Query", TABLE + "a/index/due"));
    }

    @Test
    void queues_topics_secrets_and_buses_are_known_by_what_the_call_says() {
        assertThat(json("sqs", "SendMessage", "{\"QueueUrl\": \"http://localhost:1/123456789012/inbox\"}"))
                .containsExactly(new Permission("sqs:SendMessage", "arn:aws:sqs:us-east-1:123456789012:inbox"));
        assertThat(json("sns", "Publish", "TopicArn=arn:aws:sns:us-east-1:123456789012:t"))
                .containsExactly(new Permission("sns:Publish", "arn:aws:sns:us-east-1:123456789012:t"));
        assertThat(json("secretsmanager", "GetSecretValue", "{\"SecretId\": \"a/b\"}"))
                .extracting(Permission::resource)
                .containsExactly("arn:aws:secretsmanager:us-east-1:123456789012:secret:a/b-??????");
        assertThat(json("secretsmanager", "CreateSecret", "{\"Name\": \"a/b\"}"))
                .extracting(Permission::resource)
                .containsExactly("arn:aws:secretsmanager:us-east-1:123456789012:secret:a/b");
        assertThat(json("events", "PutEvents", "{\"Entries\": [{\"EventBusName\": \"bus\"}]}"))
                .containsExactly(
                        new Permission("events:PutEvents", "arn:aws:events:us-east-1:123456789012:event-bus/bus"));
        assertThat(json("states", "SendTaskSuccess", "{\"taskToken\": \"t\"}"))
                .containsExactly(new Permission("states:SendTaskSuccess", "*"));
        assertThat(json("application-autoscaling", "DescribeScalableTargets", "{\"ServiceNamespace\": \"rds\"}"))
                .containsExactly(new Permission("application-autoscaling:DescribeScalableTargets", "*"));
    }

    private static List<Permission> rds(String action, String parameters) {
        return Permissions.of(Asking.request("key", "rds", "Action=" + action + "&" + parameters), action);
    }

    private static List<Permission> json(String service, String operation, String body) {
        return Permissions.of(Asking.request("key", service, body), operation);
    }
}
