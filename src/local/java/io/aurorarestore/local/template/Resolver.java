package io.aurorarestore.local.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/** Works out intrinsic functions, parameters, conditions and mappings. */
final class Resolver {

    private static final Object NO_VALUE = new Object();

    private final Map<String, Object> resources;
    private final Map<String, Object> conditions;
    private final Map<String, Object> mappings;
    private final Map<String, Object> parameters = new HashMap<>();
    private final Place place;
    private final PartitionMetadata partition;
    private final Functions functions = new Functions(this);

    Resolver(Map<String, Object> body, Place place, Map<String, String> given) {
        this.resources = Template.section(body, "Resources");
        this.conditions = Template.section(body, "Conditions");
        this.mappings = Template.section(body, "Mappings");
        this.place = place;
        Map<String, Object> declaredParameters = Template.section(body, "Parameters");
        refuseUnknown(given, declaredParameters);
        declaredParameters.forEach(
                (name, declared) -> parameters.put(name, parameter(name, Resource.asMap(declared), given)));
        partition = PartitionMetadata.of(Region.of(place.region()));
        parameters.putAll(Map.of(
                "AWS::Region",
                place.region(),
                "AWS::AccountId",
                place.account(),
                "AWS::Partition",
                partition.id(),
                "AWS::URLSuffix",
                partition.dnsSuffix(),
                "AWS::StackName",
                "aurora-restore",
                "AWS::NoValue",
                NO_VALUE));
    }

    private static void refuseUnknown(Map<String, String> given, Map<String, Object> declared) {
        given.keySet().stream()
                .filter(name -> !declared.containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new TemplateError(name, "there is no such parameter, but " + declared.keySet());
                });
    }

    private static Object parameter(String name, Map<String, Object> declared, Map<String, String> given) {
        String value = given.getOrDefault(name, text(declared.get("Default")));
        if (value == null) {
            throw new TemplateError(name, "the parameter has no default and was not given");
        }
        return "CommaDelimitedList".equals(declared.get("Type")) ? List.of((Object[]) value.split(" *, *", -1)) : value;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    boolean exists(String id, Map<String, Object> resource) {
        return resource.get("Condition") == null || condition(id, resource.get("Condition"));
    }

    @Nullable
    Object resolve(String id, @Nullable Object value) {
        if (value instanceof Map) {
            Map<String, Object> map = Resource.asMap(value);
            return Functions.isOne(map) ? functions.call(id, map) : each(id, map);
        }
        return value instanceof List ? each(id, Resource.asList(value)) : value;
    }

    private Object each(String id, Map<String, Object> map) {
        Map<String, Object> resolved = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            Object one = resolve(id, value);
            if (one != NO_VALUE) {
                resolved.put(key, one);
            }
        });
        return resolved;
    }

    private Object each(String id, List<Object> list) {
        List<Object> resolved = new ArrayList<>();
        list.stream()
                .map(one -> resolve(id, one))
                .filter(one -> one != NO_VALUE)
                .forEach(resolved::add);
        return resolved;
    }

    Object ref(String id, String name) {
        if (parameters.containsKey(name)) {
            return parameters.get(name);
        }
        String type = type(id, name);
        String physical = physicalName(name);
        return switch (type) {
            case ResourceType.QUEUE -> place.queueUrl(physical);
            case ResourceType.TOPIC, ResourceType.STATE_MACHINE -> arn(name, type);
            default -> physical;
        };
    }

    Object attribute(String id, String name, String attribute) {
        String type = type(id, name);
        if (attribute.equals("Arn") || attribute.equals("TopicArn")) {
            return arn(name, type);
        }
        if (attribute.equals(ResourceType.nameProperty(type))) {
            return physicalName(name);
        }
        throw new TemplateError(id, "the local AWS does not know " + name + "." + attribute);
    }

    boolean condition(String id, Object name) {
        Object rule = conditions.get(String.valueOf(name));
        if (rule == null) {
            throw new TemplateError(id, "there is no condition " + name);
        }
        return isTrue(id, rule);
    }

    boolean isTrue(String id, @Nullable Object expression) {
        return Boolean.parseBoolean(String.valueOf(resolve(id, expression)));
    }

    Object mapped(String id, Object map, Object first, Object second) {
        Object found = Template.section(Template.section(mappings, String.valueOf(map)), String.valueOf(first))
                .get(String.valueOf(second));
        if (found == null) {
            throw new TemplateError(id, "there is no mapping " + map + "." + first + "." + second);
        }
        return found;
    }

    private String arn(String name, String type) {
        String physical = ruleBus(name, type) + physicalName(name);
        return ResourceType.arn(name, type, place.region(), place.account(), physical)
                .replaceFirst("^arn:aws:", "arn:" + partition.id() + ":");
    }

    /** The ARN of a rule of another bus than the default one holds the bus. */
    private String ruleBus(String name, String type) {
        Object bus = properties(name).get("EventBusName");
        return type.equals("AWS::Events::Rule") && bus != null ? resolve(name, bus) + "/" : "";
    }

    private String physicalName(String name) {
        Object given = properties(name).get(ResourceType.nameProperty(type(name, name)));
        return given == null ? name : String.valueOf(resolve(name, given));
    }

    private Map<String, Object> properties(String name) {
        return Template.section(Resource.asMap(resources.get(name)), "Properties");
    }

    private String type(String id, String name) {
        if (!resources.containsKey(name)) {
            throw new TemplateError(id, "refers to " + name + ", which is not there");
        }
        return String.valueOf(Resource.asMap(resources.get(name)).get("Type"));
    }
}
