package io.aurorarestore.local.rds;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What RDS has to offer in a region: versions of Aurora PostgreSQL, instance classes and certificate authorities. It is
 * not all that AWS has, and has what matters: a version too old for I/O-Optimized storage, classes without the Data API,
 * and one that is not in every availability zone.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.Aurora_Fea_Regions_DB-eng.Feature.storage-type.html">Storage
 *     configurations</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.DBInstanceClass.SupportAurora.html">
 *     Instance classes</a>
 */
public final class Offerings {

    private static final String ENGINE = "aurora-postgresql";
    private static final String STANDARD = "aurora";
    private static final String OPTIMIZED = "aurora-iopt1";

    private static final String SERVERLESS = "db.serverless";
    private static final List<String> ZONES = List.of("a", "b", "c");
    private static final List<String> NETWORKS = List.of("IPV4", "DUAL");

    private static final List<Major> MAJORS = List.of(
            new Major(13, 9, 22),
            new Major(14, 6, 20),
            new Major(15, 1, 15),
            new Major(16, 1, 11),
            new Major(17, 4, 7),
            new Major(18, 1, 1));

    private static final Map<Integer, Integer> WITH_OPTIMIZED_STORAGE = Map.of(13, 10, 14, 7, 15, 2, 16, 1, 17, 4);
    private static final Map<Integer, Integer> WITH_WRITE_FORWARDING = Map.of(14, 13, 15, 8, 16, 4);

    private static final Set<String> BURSTABLE = Set.of("db.t3", "db.t4g");
    private static final Set<String> SMALL_SIZES = Set.of("medium", "large");
    private static final Set<String> FAMILIES =
            Set.of("db.r5", "db.r6g", "db.r6i", "db.r7g", "db.r7i", "db.r8g", "db.x2g");
    private static final Set<String> SIZES =
            Set.of("large", "xlarge", "2xlarge", "4xlarge", "8xlarge", "12xlarge", "16xlarge");

    /** Not in the last zone. */
    private static final String RARE = "db.x2g";

    /** A major version, its oldest minor version that can still be had, and its newest. */
    private record Major(int number, int oldest, int newest) {

        Stream<EngineVersion> versions() {
            return IntStream.rangeClosed(oldest, newest).mapToObj(minor -> new EngineVersion(number, minor));
        }
    }

    /** By the text that RDS sorts them by. */
    private static final Map<String, EngineVersion> OFFERED = offered();

    private static final Set<String> CLASSES = classes();

    private final RegionState site;

    Offerings(RegionState site) {
        this.site = site;
    }

    /**
     * A version as DescribeDBEngineVersions shows it.
     *
     * @param family of parameter groups for it
     */
    public record Version(String engine, String version, String family, boolean writeForwarding) {}

    /** The version, or all; nothing where it cannot be had. */
    public Page<Version> versions(@Nullable String engine, @Nullable String version, PageRequest page) {
        return site.world()
                .call(
                        "DescribeDBEngineVersions",
                        () -> page.of(
                                engine != null && !engine.equals(ENGINE)
                                        ? List.of()
                                        : offered(version).map(Offerings::shown).toList(),
                                Version::version));
    }

    private static Map<String, EngineVersion> offered() {
        Map<String, EngineVersion> all = new TreeMap<>();
        MAJORS.stream().flatMap(Major::versions).forEach(one -> all.put(text(one), one));
        return all;
    }

    /** The version, or all. */
    private static Stream<EngineVersion> offered(@Nullable String version) {
        return version == null ? OFFERED.values().stream() : Stream.ofNullable(OFFERED.get(version));
    }

    private static String text(EngineVersion version) {
        return version.major() + "." + version.minor();
    }

    private static Version shown(EngineVersion one) {
        return new Version(ENGINE, text(one), ENGINE + one.major(), one.isSince(WITH_WRITE_FORWARDING));
    }

    /** Of a version, of one class or all. */
    public Page<InstanceOption> instances(
            String engine, @Nullable String version, @Nullable String instanceClass, PageRequest page) {
        return site.world()
                .call(
                        "DescribeOrderableDBInstanceOptions",
                        () -> page.of(
                                engine.equals(ENGINE) ? options(version, instanceClass) : List.of(),
                                one -> String.join("/", one.instanceClass(), one.storageType(), one.engineVersion())));
    }

    private List<InstanceOption> options(@Nullable String version, @Nullable String instanceClass) {
        return CLASSES.stream()
                .filter(one -> instanceClass == null || one.equals(instanceClass))
                .flatMap(one -> Stream.of(OPTIMIZED, STANDARD)
                        .filter(storage -> options().has(one, storage))
                        .flatMap(storage -> offered(version)
                                .filter(of -> !storage.equals(OPTIMIZED) || of.isSince(WITH_OPTIMIZED_STORAGE))
                                .map(of -> option(of, one, storage))))
                .toList();
    }

    private static Set<String> classes() {
        Set<String> all = new TreeSet<>(Set.of(SERVERLESS));
        BURSTABLE.forEach(family -> SMALL_SIZES.forEach(size -> all.add(family + "." + size)));
        FAMILIES.forEach(family -> SIZES.forEach(size -> all.add(family + "." + size)));
        return all;
    }

    private InstanceOption option(EngineVersion version, String instanceClass, String storage) {
        String family = instanceClass.substring(0, instanceClass.lastIndexOf('.'));
        return new InstanceOption(
                ENGINE,
                text(version),
                instanceClass,
                storage,
                ZONES.stream()
                        .filter(zone -> !family.equals(RARE) || !zone.equals("c"))
                        .map(zone -> site.region() + zone)
                        .toList(),
                !BURSTABLE.contains(family),
                NETWORKS.stream()
                        .filter(type -> options().has(instanceClass, type))
                        .toList(),
                options().has(instanceClass, RdsOptions.DOMAIN));
    }

    private RdsOptions options() {
        return site.world().options();
    }

    /** The names of the certificate authorities, or the one. */
    public List<String> certificates(@Nullable String id) {
        return site.world().call("DescribeCertificates", () -> {
            Certificates.check(id);
            return id == null ? Certificates.all() : List.of(id);
        });
    }

    /** Refuses an instance class that there is not for the version, or not with what is asked of it. */
    static void check(RegionState site, ClusterState cluster, String instanceClass, @Nullable String zone) {
        DataVolume volume = cluster.volume();
        Map<String, String> members = cluster.settings().further();
        String storage = members.getOrDefault("StorageType", STANDARD);
        Optional<InstanceOption> found = new Offerings(site)
                .options(volume.engineVersion(), instanceClass).stream()
                        .filter(one -> one.storageType().equals(storage))
                        .filter(one -> one.networkTypes().contains(members.getOrDefault("NetworkType", "IPV4")))
                        .filter(one -> one.kerberos() || !members.containsKey("Domain"))
                        .findFirst();
        if (found.isEmpty()) {
            throw RdsError.invalidCombination(
                    ("RDS does not support creating a DB instance with the following combination: DBInstanceClass=%s, "
                                    + "Engine=%s, EngineVersion=%s, LicenseModel=postgresql-license.")
                            .formatted(instanceClass, volume.engine(), volume.engineVersion()));
        }
        if (zone != null && !found.get().zones().contains(zone)) {
            throw RdsRefusals.noCapacity(instanceClass, zone);
        }
    }

    /** Refuses a version that cannot be had, and a storage type that the version does not have. */
    static void check(DataVolume volume, @Nullable String storageType) {
        Optional<EngineVersion> version = EngineVersion.of(volume.engineVersion());
        if (version.isEmpty() || !OFFERED.containsValue(version.get())) {
            throw RdsError.invalidCombination(
                    "Cannot find version %s for %s".formatted(volume.engineVersion(), volume.engine()));
        }
        if (storageType != null
                && storageType.equals(OPTIMIZED)
                && !version.get().isSince(WITH_OPTIMIZED_STORAGE)) {
            throw RdsRefusals.storageType(storageType, volume.engineVersion());
        }
    }
}
