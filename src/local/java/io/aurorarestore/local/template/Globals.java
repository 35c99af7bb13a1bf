package io.aurorarestore.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * SAM's {@code Globals}: each function's properties on top of them; objects are merged, lists joined.
 *
 * @see <a href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html">Globals</a>
 */
record Globals(Map<String, Object> sections) {

    Globals {
        sections.keySet().stream()
                .filter(name -> !name.equals("Function"))
                .findFirst()
                .ifPresent(name -> {
                    throw new TemplateError("Globals", "the local AWS does not know " + name);
                });
    }

    Map<String, Object> applyTo(Map<String, Object> resource) {
        if (!ResourceType.FUNCTION.equals(resource.get("Type"))) {
            return resource;
        }
        Map<String, Object> whole = new LinkedHashMap<>(resource);
        whole.put("Properties", merge(sections.getOrDefault("Function", Map.of()), resource.get("Properties")));
        return whole;
    }

    private static @Nullable Object merge(Object global, @Nullable Object own) {
        if (global instanceof Map && own instanceof Map) {
            Map<String, Object> merged = new LinkedHashMap<>(Resource.asMap(global));
            Resource.asMap(own).forEach((key, value) -> merged.merge(key, value, Globals::merge));
            return merged;
        }
        return global instanceof List && own instanceof List
                ? Stream.of(global, own)
                        .flatMap(some -> Resource.asList(some).stream())
                        .toList()
                : own;
    }
}
