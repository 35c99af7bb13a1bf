package io.aurorarestore.adapter.rds;

import io.aurorarestore.model.aws.Capability;
import io.aurorarestore.model.aws.CustomEndpoint;
import io.aurorarestore.model.aws.ReplicaScaling;
import io.aurorarestore.model.aws.TargetDependencies;
import io.aurorarestore.model.aws.TargetDependencies.Product;
import io.aurorarestore.model.aws.ZeroEtlIntegration;
import io.aurorarestore.port.CallFailedException;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.RdsAsyncClient;
import software.amazon.awssdk.services.rds.model.DBClusterEndpoint;
import software.amazon.awssdk.services.rds.model.DBProxy;
import software.amazon.awssdk.services.rds.model.DBProxyTarget;
import software.amazon.awssdk.services.rds.model.DBSubnetGroup;
import software.amazon.awssdk.services.rds.model.Filter;
import software.amazon.awssdk.services.rds.model.Integration;

/**
 * Describes what depends on a target, and what it would need, one call after the other. What the role may not see, or
 * is not there, is not in the way.
 */
record RdsTargetDependencies(RdsClients clients, TargetDependencies.Query query) {

    /** RDS allows no fewer records a page. */
    private static final int LEAST = 20;

    Uni<TargetDependencies> describe() {
        return query.attachedOnly() ? attached() : all();
    }

    private Uni<TargetDependencies> attached() {
        return global().chain(global -> proxies()
                .chain(proxies -> blueGreen()
                        .map(blueGreen ->
                                TargetDependencies.attached(global.stream().findFirst(), proxies, blueGreen))));
    }

    private Uni<TargetDependencies> all() {
        return attached()
                .chain(attached -> endpoints()
                        .chain(endpoints -> vpcs().chain(vpcs -> families()
                                .chain(families -> rooms().chain(rooms -> offers().chain(offers -> integrations()
                                        .map(integrations -> new TargetDependencies(
                                                attached.globalCluster(),
                                                attached.proxies(),
                                                attached.blueGreenDeployments(),
                                                endpoints,
                                                vpcs,
                                                families,
                                                rooms,
                                                offers,
                                                integrations,
                                                false,
                                                ReplicaScaling.NONE))))))));
    }

    private Uni<List<String>> global() {
        return ofTarget(target -> list(
                "DescribeGlobalClusters",
                rds -> rds.describeGlobalClusters(ask -> {}),
                answer -> answer.globalClusters().stream()
                        .filter(one -> one.globalClusterMembers().stream()
                                .anyMatch(member -> target.equals(member.dbClusterArn())))
                        .map(one -> one.globalClusterIdentifier())
                        .toList()));
    }

    private Uni<List<String>> proxies() {
        return ofTarget(target -> list(
                        "DescribeDBProxies",
                        rds -> rds.describeDBProxies(ask -> {}),
                        answer -> answer.dbProxies().stream()
                                .map(DBProxy::dbProxyName)
                                .toList())
                .chain(this::leadingHere));
    }

    private Uni<List<String>> leadingHere(List<String> proxies) {
        Uni<List<String>> leading = Uni.createFrom().item(List.of());
        for (String proxy : proxies) {
            leading = leading.chain(some -> list(
                            "DescribeDBProxyTargets",
                            rds -> rds.describeDBProxyTargets(ask -> ask.dbProxyName(proxy)),
                            answer -> answer.targets().stream()
                                    .map(DBProxyTarget::rdsResourceId)
                                    .toList())
                    .map(targets -> targets.contains(query.name()) ? joined(some, proxy) : some));
        }
        return leading;
    }

    private static List<String> joined(List<String> some, String one) {
        return Stream.concat(some.stream(), Stream.of(one)).toList();
    }

    private Uni<List<String>> blueGreen() {
        return ofTarget(target -> list(
                "DescribeBlueGreenDeployments",
                rds -> rds.describeBlueGreenDeployments(ask -> ask.filters(
                        Filter.builder().name("source").values(target).build())),
                answer -> answer.blueGreenDeployments().stream()
                        .filter(one -> target.equals(one.source()))
                        .map(one -> one.blueGreenDeploymentName())
                        .toList()));
    }

    private Uni<List<CustomEndpoint>> endpoints() {
        return ofTarget(target -> list(
                "DescribeDBClusterEndpoints",
                rds -> rds.describeDBClusterEndpoints(ask -> ask.dbClusterIdentifier(query.name())),
                answer -> answer.dbClusterEndpoints().stream()
                        .filter(one -> "CUSTOM".equals(one.endpointType()))
                        .map(RdsTargetDependencies::endpoint)
                        .toList()));
    }

    private static CustomEndpoint endpoint(DBClusterEndpoint seen) {
        return new CustomEndpoint(
                seen.dbClusterEndpointIdentifier(),
                Objects.requireNonNullElse(seen.customEndpointType(), "ANY"),
                seen.staticMembers(),
                seen.excludedMembers());
    }

    private Uni<Map<String, String>> vpcs() {
        return ofName(
                query.subnetGroup(),
                name -> map(
                        "DescribeDBSubnetGroups",
                        rds -> rds.describeDBSubnetGroups(ask -> ask.dbSubnetGroupName(name)),
                        answer -> answer.dbSubnetGroups().stream()
                                .collect(Collectors.toMap(
                                        one -> name, one -> one.vpcId() == null ? "" : one.vpcId(), (a, b) -> a))));
    }

    private Uni<Map<String, String>> families() {
        return clusterFamily().chain(ofCluster -> instanceFamilies().map(ofInstances -> both(ofCluster, ofInstances)));
    }

    private Uni<Map<String, String>> clusterFamily() {
        return ofName(
                query.clusterParameterGroup(),
                name -> map(
                        "DescribeDBClusterParameterGroups",
                        rds -> rds.describeDBClusterParameterGroups(ask -> ask.dbClusterParameterGroupName(name)),
                        answer -> answer.dbClusterParameterGroups().stream()
                                .collect(Collectors.toMap(
                                        one -> "cluster/" + name, one -> one.dbParameterGroupFamily(), (a, b) -> a))));
    }

    private Uni<Map<String, String>> instanceFamilies() {
        Uni<Map<String, String>> all = Uni.createFrom().item(Map.of());
        for (String one : query.instanceParameterGroups()) {
            all = all.chain(some -> instanceFamily(one).map(more -> both(some, more)));
        }
        return all;
    }

    private Uni<Map<String, String>> instanceFamily(String name) {
        return map(
                "DescribeDBParameterGroups",
                rds -> rds.describeDBParameterGroups(ask -> ask.dbParameterGroupName(name)),
                answer -> answer.dbParameterGroups().stream()
                        .collect(Collectors.toMap(
                                one -> "instance/" + name, one -> one.dbParameterGroupFamily(), (a, b) -> a)));
    }

    private Uni<Map<String, Long>> rooms() {
        return map(
                "DescribeAccountAttributes",
                rds -> rds.describeAccountAttributes(ask -> {}),
                answer -> answer.accountQuotas().stream()
                        .filter(one -> one.max() != null && one.used() != null)
                        .collect(Collectors.toMap(
                                one -> one.accountQuotaName(), one -> one.max() - one.used(), (a, b) -> a)));
    }

    private Uni<Map<String, Boolean>> offers() {
        return query.product()
                .map(product -> version(product)
                        .chain(version -> classes(product)
                                .chain(classes -> certificates(product)
                                        .chain(certificates -> clone(product)
                                                .chain(clone -> remade(product)
                                                        .map(remade -> Stream.of(
                                                                        version, classes, certificates, clone, remade)
                                                                .flatMap(some -> some.entrySet().stream())
                                                                .collect(Collectors.toUnmodifiableMap(
                                                                        Map.Entry::getKey, Map.Entry::getValue))))))))
                .orElseGet(() -> Uni.createFrom().item(Map.of()));
    }

    private Uni<Map<String, Boolean>> remade(Product product) {
        return product.remade()
                .map(old -> version(old)
                        .chain(version -> classes(old).map(classes -> both(version, classes)))
                        .map(offers -> offers.entrySet().stream()
                                .collect(Collectors.toUnmodifiableMap(
                                        one -> TargetDependencies.REMADE + one.getKey(), Map.Entry::getValue))))
                .orElseGet(() -> Uni.createFrom().item(Map.of()));
    }

    /** Only what can be had is listed, unless one asks for all. */
    private Uni<Map<String, Boolean>> version(Product product) {
        return map(
                "DescribeDBEngineVersions",
                rds -> rds.describeDBEngineVersions(
                        ask -> ask.engine(product.engine()).engineVersion(product.version())),
                answer -> both(
                        Map.of(
                                TargetDependencies.VERSION,
                                !answer.dbEngineVersions().isEmpty()),
                        answer.dbEngineVersions().stream()
                                .filter(one -> one.supportsLocalWriteForwarding() != null)
                                .collect(Collectors.toMap(
                                        one -> TargetDependencies.VERSION + "/" + Capability.LOCAL_WRITE_FORWARDING,
                                        one -> one.supportsLocalWriteForwarding(),
                                        Boolean::logicalOr))));
    }

    private Uni<Map<String, Boolean>> classes(Product product) {
        Uni<Map<String, Boolean>> all = Uni.createFrom().item(Map.of());
        for (String one : product.classes()) {
            all = all.chain(some -> map(
                            "DescribeOrderableDBInstanceOptions",
                            rds -> rds.describeOrderableDBInstanceOptions(ask -> ask.engine(product.engine())
                                    .engineVersion(product.version())
                                    .dbInstanceClass(one)
                                    .maxRecords(LEAST)),
                            answer -> both(
                                    Map.of(
                                            TargetDependencies.CLASS + one,
                                            !answer.orderableDBInstanceOptions().isEmpty()),
                                    new OfferedCapabilities(answer.orderableDBInstanceOptions())
                                            .of(product.capabilities(), TargetDependencies.CLASS + one + "/")))
                    .map(more -> both(some, more)));
        }
        return all;
    }

    private Uni<Map<String, Boolean>> certificates(Product product) {
        return product.certificates().isEmpty()
                ? Uni.createFrom().item(Map.of())
                : map(
                        "DescribeCertificates",
                        rds -> rds.describeCertificates(ask -> {}),
                        answer -> product.certificates().stream()
                                .collect(Collectors.toMap(
                                        name -> TargetDependencies.CERTIFICATE + name,
                                        name -> answer.certificates().stream()
                                                .anyMatch(one -> name.equals(one.certificateIdentifier())))));
    }

    /** Into another VPC RDS clones only where that has subnets in the same zones. */
    private Uni<Map<String, Boolean>> clone(Product product) {
        String wanted = query.subnetGroup().orElse("");
        String source = product.clonedFrom().orElse(wanted);
        return source.equals(wanted) || wanted.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : subnets(source)
                        .chain(one -> subnets(wanted)
                                .map(other -> one.isEmpty() || other.isEmpty()
                                        ? Map.of()
                                        : Map.of(TargetDependencies.CLONE, takesClones(one.get(0), other.get(0)))));
    }

    private Uni<List<DBSubnetGroup>> subnets(String name) {
        return seen(
                clients.call(
                                "DescribeDBSubnetGroups",
                                rds -> rds.describeDBSubnetGroups(ask -> ask.dbSubnetGroupName(name)))
                        .map(answer -> answer.dbSubnetGroups()),
                List.of());
    }

    static boolean takesClones(DBSubnetGroup source, DBSubnetGroup wanted) {
        return Objects.equals(source.vpcId(), wanted.vpcId()) || zones(source).equals(zones(wanted));
    }

    private static Set<String> zones(DBSubnetGroup group) {
        return group.subnets().stream()
                .map(one -> one.subnetAvailabilityZone().name())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static <V> Map<String, V> both(Map<String, V> some, Map<String, V> more) {
        Map<String, V> both = new HashMap<>(some);
        both.putAll(more);
        return Map.copyOf(both);
    }

    private Uni<List<ZeroEtlIntegration>> integrations() {
        return ofTarget(target -> list(
                "DescribeIntegrations",
                rds -> rds.describeIntegrations(ask -> {}),
                answer -> answer.integrations().stream()
                        .filter(one -> target.equals(one.sourceArn()))
                        .map(RdsTargetDependencies::integration)
                        .toList()));
    }

    private static ZeroEtlIntegration integration(Integration seen) {
        return new ZeroEtlIntegration(
                seen.integrationName(),
                Objects.requireNonNullElse(seen.targetArn(), "TARGET"),
                Optional.ofNullable(seen.dataFilter()));
    }

    private <T> Uni<List<T>> ofTarget(Function<String, Uni<List<T>>> look) {
        return query.target().map(look).orElseGet(() -> Uni.createFrom().item(List.of()));
    }

    private static Uni<Map<String, String>> ofName(
            Optional<String> name, Function<String, Uni<Map<String, String>>> look) {
        return name.map(look).orElseGet(() -> Uni.createFrom().item(Map.of()));
    }

    private <A, T> Uni<List<T>> list(
            String operation, Function<RdsAsyncClient, CompletionStage<A>> call, Function<A, List<T>> read) {
        return seen(clients.call(operation, call).map(read), List.of());
    }

    private <A, V> Uni<Map<String, V>> map(
            String operation, Function<RdsAsyncClient, CompletionStage<A>> call, Function<A, Map<String, V>> read) {
        return seen(clients.call(operation, call).map(read), Map.of());
    }

    /** Throttling and faults are tried again; what is refused or not there is as good as nothing. */
    private static <T> Uni<T> seen(Uni<T> look, T nothing) {
        return look.onFailure(failure -> failure instanceof CallFailedException failed && !failed.passes())
                .recoverWithItem(nothing);
    }
}
