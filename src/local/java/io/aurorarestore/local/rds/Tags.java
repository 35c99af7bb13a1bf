package io.aurorarestore.local.rds;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Tags of the resources of a region, by ARN.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_Tagging.html">Tagging</a>
 */
public final class Tags {

    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_VALUE = 256;
    private static final int MOST = 50;

    private final RegionState site;

    Tags(RegionState site) {
        this.site = site;
    }

    /** Adds tags, or gives them new values. */
    public void add(String arn, Map<String, String> tags) {
        site.world().call("AddTagsToResource", () -> {
            Map<String, String> kept = of(arn);
            Map<String, String> all = new TreeMap<>(kept);
            all.putAll(tags);
            kept.putAll(checked(all));
            return null;
        });
    }

    public Map<String, String> list(String arn) {
        return site.world().call("ListTagsForResource", () -> new TreeMap<>(of(arn)));
    }

    /** As a bystander sees them; none of what there is not. */
    public Map<String, String> seen(String arn) {
        return site.world().locked(() -> {
            try {
                return Map.copyOf(of(arn));
            } catch (RdsError absent) {
                return Map.of();
            }
        });
    }

    public void remove(String arn, Collection<String> keys) {
        site.world().call("RemoveTagsFromResource", () -> of(arn).keySet().removeAll(keys));
    }

    static Map<String, String> checked(Map<String, String> tags) {
        tags.forEach(Tags::check);
        if (tags.size() > MOST) {
            throw RdsError.invalidValue("A resource may have at most %d tags.".formatted(MOST));
        }
        return tags;
    }

    private static void check(String key, String value) {
        if (key.isEmpty() || key.length() > LONGEST_KEY || value.length() > LONGEST_VALUE) {
            throw RdsError.invalidValue("The tag %s is too long or has no key.".formatted(key));
        }
        if (key.startsWith("aws:") || key.startsWith("rds:")) {
            throw RdsError.invalidValue("The tag key %s may not begin with aws: or rds:.".formatted(key));
        }
    }

    private Map<String, String> of(String text) {
        Arn arn = Arn.parse(text)
                .filter(one -> one.region().equals(site.region()))
                .orElseThrow(() -> RdsError.invalidValue("Invalid resource name: " + text));
        ResourceIndex directory = site.directory();
        return switch (arn.kind()) {
            case "cluster" -> directory.cluster(text).tags();
            case "db" -> directory.instance(text).tags();
            case "cluster-snapshot" -> directory.snapshot(text).tags();
            default -> group(arn).orElseThrow(() -> RdsError.invalidValue("Invalid resource name: " + text));
        };
    }

    private Optional<Map<String, String>> group(Arn arn) {
        return Groups.kind(arn.kind())
                .flatMap(kind -> site.directory().findGroup(kind, arn.id()))
                .map(Group::tags);
    }
}
