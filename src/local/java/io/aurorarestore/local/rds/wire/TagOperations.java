package io.aurorarestore.local.rds.wire;

import io.aurorarestore.local.front.Form;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.rds.model.AddRoleToDbClusterResponse;
import software.amazon.awssdk.services.rds.model.AddTagsToResourceResponse;
import software.amazon.awssdk.services.rds.model.EnableHttpEndpointResponse;
import software.amazon.awssdk.services.rds.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.rds.model.RemoveRoleFromDbClusterResponse;
import software.amazon.awssdk.services.rds.model.RemoveTagsFromResourceResponse;

/** The operations on tags, and on the roles that clusters may assume. */
final class TagOperations {

    private static final String RESOURCE = "ResourceName";

    private TagOperations() {}

    static Map<String, Operation> all() {
        return Map.of(
                "AddTagsToResource", TagOperations::add,
                "ListTagsForResource", TagOperations::list,
                "RemoveTagsFromResource", TagOperations::remove,
                "AddRoleToDBCluster", TagOperations::addRole,
                "EnableHttpEndpoint", TagOperations::enableHttpEndpoint,
                "RemoveRoleFromDBCluster", TagOperations::removeRole);
    }

    private static Operation.Call add(Form form) {
        String arn = form.required(RESOURCE);
        Map<String, String> tags = QueryParameters.tags(form);
        return region -> {
            region.tags().add(arn, tags);
            return AddTagsToResourceResponse.builder();
        };
    }

    private static Operation.Call list(Form form) {
        String arn = form.required(RESOURCE);
        QueryParameters.filters(form);
        return region -> ListTagsForResourceResponse.builder()
                .tagList(Shown.tags(region.tags().list(arn)));
    }

    private static Operation.Call remove(Form form) {
        String arn = form.required(RESOURCE);
        List<String> keys = form.words("TagKeys");
        return region -> {
            region.tags().remove(arn, keys == null ? List.of() : keys);
            return RemoveTagsFromResourceResponse.builder();
        };
    }

    private static Operation.Call addRole(Form form) {
        String cluster = form.required("DBClusterIdentifier");
        String role = form.required("RoleArn");
        String feature = form.text("FeatureName");
        return region -> {
            region.roles().add(cluster, role, feature);
            return AddRoleToDbClusterResponse.builder();
        };
    }

    private static Operation.Call enableHttpEndpoint(Form form) {
        String cluster = form.required("ResourceArn");
        return region -> {
            region.clusters().enableHttpEndpoint(cluster);
            return EnableHttpEndpointResponse.builder().resourceArn(cluster).httpEndpointEnabled(true);
        };
    }

    private static Operation.Call removeRole(Form form) {
        String cluster = form.required("DBClusterIdentifier");
        String role = form.required("RoleArn");
        String feature = form.text("FeatureName");
        return region -> {
            region.roles().remove(cluster, role, feature);
            return RemoveRoleFromDbClusterResponse.builder();
        };
    }
}
