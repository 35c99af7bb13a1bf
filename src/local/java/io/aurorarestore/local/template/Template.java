package io.aurorarestore.local.template;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/**
 * The deployment template, resolved: what CloudFormation and SAM would make of it, as far as the local AWS can stand for
 * it. Anything else stops the start with a {@link TemplateError}.
 */
public final class Template {

    private final Map<String, Resource> resources = new LinkedHashMap<>();

    /** @param parameters values that replace the template's defaults */
    public static Template read(Path file, Place place, Map<String, String> parameters) throws IOException {
        return new Template(body(file), place, parameters);
    }

    /** As it is written, intrinsic functions in their long form. */
    public static Map<String, Object> body(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            return new Yaml(new Tagged()).load(reader);
        }
    }

    private Template(Map<String, Object> body, Place place, Map<String, String> parameters) {
        Resolver resolver = new Resolver(body, place, parameters);
        new Rules(resolver).check(section(body, "Rules"));
        Globals globals = new Globals(section(body, "Globals"));
        section(body, "Resources").forEach((id, declared) -> {
            Map<String, Object> resource = Resource.asMap(declared);
            if (resolver.exists(id, resource)) {
                resources.put(id, resolved(id, globals.applyTo(resource), resolver));
            }
        });
    }

    private static Resource resolved(String id, Map<String, Object> resource, Resolver resolver) {
        String type = String.valueOf(resource.get("Type"));
        if (!ResourceType.isKnown(type)) {
            throw new TemplateError(id, "the local AWS does not know the type " + type);
        }
        Object properties = resolver.resolve(id, resource.getOrDefault("Properties", Map.of()));
        return new Resource(id, type, Resource.asMap(properties));
    }

    /** The resources of a type, in the template's order. */
    public List<Resource> all(String type) {
        return stream(type).toList();
    }

    private Stream<Resource> stream(String type) {
        return resources.values().stream().filter(one -> one.type().equals(type));
    }

    static Map<String, Object> section(Map<String, Object> body, String name) {
        return Resource.asMap(body.getOrDefault(name, Map.of()));
    }
}
