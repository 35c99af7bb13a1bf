package io.aurorarestore.local.rds;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Resources of other kinds that clusters belong to: there are those that clusters were seeded with. */
public final class Relations {

    private static final Set<String> GLOBAL = Set.of("db-cluster-id", "region");
    private static final Set<String> DEPLOYMENTS =
            Set.of("blue-green-deployment-identifier", "blue-green-deployment-name", "source", "target");

    private final RegionState site;

    Relations(RegionState site) {
        this.site = site;
    }

    /** The global clusters of the account, whichever regions their members are in; the oldest member writes. */
    public Page<GlobalCluster> globalClusters(@Nullable String id, Filters filters, PageRequest page) {
        return site.world().call("DescribeGlobalClusters", () -> {
            filters.only(GLOBAL);
            List<GlobalCluster> all = site.world()
                    .related()
                    .map(one -> one.attached().globalCluster())
                    .filter(Objects::nonNull)
                    .distinct()
                    .sorted()
                    .map(this::global)
                    .filter(one -> passes(filters, one))
                    .toList();
            return page.of(named(all, GlobalCluster::id, id, RdsRefusals::noGlobalCluster), GlobalCluster::id);
        });
    }

    public Page<DbProxy> proxies(@Nullable String name, PageRequest page) {
        return site.world().call("DescribeDBProxies", () -> page.of(proxies(name), DbProxy::name));
    }

    /** The one proxy of that name, for its targets. */
    public DbProxy proxyOfTargets(String name) {
        return site.world().call("DescribeDBProxyTargets", () -> proxies(name).get(0));
    }

    public Page<BlueGreen> deployments(@Nullable String id, Filters filters, PageRequest page) {
        return site.world().call("DescribeBlueGreenDeployments", () -> {
            filters.only(DEPLOYMENTS);
            List<BlueGreen> all = attached(Attached::blueGreen)
                    .map(this::deployment)
                    .filter(one -> passes(filters, one))
                    .sorted(Comparator.comparing(BlueGreen::id))
                    .toList();
            return page.of(named(all, BlueGreen::id, id, RdsRefusals::noDeployment), BlueGreen::id);
        });
    }

    public Page<ZeroEtl> integrations(@Nullable String id, PageRequest page) {
        return site.world().call("DescribeIntegrations", () -> {
            List<ZeroEtl> all = attached(Attached::integration)
                    .map(this::integration)
                    .sorted(Comparator.comparing(ZeroEtl::name))
                    .toList();
            return page.of(named(all, ZeroEtl::arn, id, RdsRefusals::noIntegration), ZeroEtl::name);
        });
    }

    private Stream<ClusterState> attached(Function<Attached, String> name) {
        return site.directory().related().filter(one -> name.apply(one.attached()) != null);
    }

    private static <T> List<T> named(
            List<T> all, Function<T, String> name, @Nullable String wanted, Function<String, RdsError> missing) {
        if (wanted == null) {
            return all;
        }
        Optional<T> found =
                all.stream().filter(one -> name.apply(one).equals(wanted)).findFirst();
        return List.of(found.orElseThrow(() -> missing.apply(wanted)));
    }

    private GlobalCluster global(String name) {
        List<DbCluster> members = site.world()
                .views(one -> name.equals(one.attached().globalCluster()))
                .sorted(Comparator.comparing(DbCluster::created))
                .toList();
        Arn arn = new Arn("", site.world().account(), "global-cluster", name);
        return new GlobalCluster(name, arn.toString(), "cluster-" + made(name), members);
    }

    private List<DbProxy> proxies(@Nullable String name) {
        List<DbProxy> all = attached(Attached::proxy)
                .map(this::proxy)
                .sorted(Comparator.comparing(DbProxy::name))
                .toList();
        return named(all, DbProxy::name, name, RdsRefusals::noProxy);
    }

    private DbProxy proxy(ClusterState cluster) {
        String name = Objects.requireNonNull(cluster.attached().proxy());
        String arn = site.arn("db-proxy", "prx-" + made(name)).toString();
        return new DbProxy(name, arn, site.vpc(cluster.settings().subnetGroup()), site.view(cluster));
    }

    private BlueGreen deployment(ClusterState source) {
        String name = Objects.requireNonNull(source.attached().blueGreen());
        String target = site.arn("cluster", source.id() + "-green-" + made(name).substring(0, 6))
                .toString();
        return new BlueGreen("bgd-" + made(name), name, site.view(source), target);
    }

    private ZeroEtl integration(ClusterState source) {
        String name = Objects.requireNonNull(source.attached().integration());
        String arn = site.arn("integration", made(name)).toString();
        return new ZeroEtl(name, arn, site.view(source));
    }

    private static boolean passes(Filters filters, GlobalCluster one) {
        String[] names = one.members().stream()
                .flatMap(it -> Stream.of(it.id(), it.arn()))
                .toArray(String[]::new);
        return filters.admit("db-cluster-id", names);
    }

    private static boolean passes(Filters filters, BlueGreen one) {
        return filters.admit("blue-green-deployment-identifier", one.id())
                && filters.admit("blue-green-deployment-name", one.name())
                && filters.admit("source", one.source().arn())
                && filters.admit("target", one.target());
    }

    /** An id as AWS makes one up, the same for the same name. */
    private static String made(String name) {
        return "%016x".formatted(0x9E3779B97F4A7C15L * (name.hashCode() + 1L));
    }
}
