package io.aurorarestore.local.rds.wire;

import java.util.List;
import java.util.Map;

/** The operations on tags. */
final class TagOperations {

    private static final String RESOURCE = "ResourceName";

    private TagOperations() {}

    static Map<String, Operation> all() {
        return Map.of(
                "AddTagsToResource", TagOperations::add,
                "ListTagsForResource", TagOperations::list,
                "RemoveTagsFromResource", TagOperations::remove);
    }

    private static Operation.Call add(Form form) {
        String arn = form.required(RESOURCE);
        Map<String, String> tags = form.tags();
        return region -> {
            region.tags().add(arn, tags);
            return List.of();
        };
    }

    private static Operation.Call list(Form form) {
        String arn = form.required(RESOURCE);
        form.filters();
        return region -> List.of(SharedXml.tags(region.tags().list(arn)));
    }

    private static Operation.Call remove(Form form) {
        String arn = form.required(RESOURCE);
        List<String> keys = form.list("TagKeys");
        return region -> {
            region.tags().remove(arn, keys == null ? List.of() : keys);
            return List.of();
        };
    }
}
