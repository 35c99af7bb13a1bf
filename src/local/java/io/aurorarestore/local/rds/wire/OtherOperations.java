package io.aurorarestore.local.rds.wire;

import io.aurorarestore.local.front.Form;
import io.aurorarestore.local.rds.DescribeEvents;
import io.aurorarestore.local.rds.EmittedEvent;
import io.aurorarestore.local.rds.Group;
import io.aurorarestore.local.rds.Page;
import io.aurorarestore.local.rds.RdsError;
import io.aurorarestore.local.rds.RdsRegion;
import io.aurorarestore.local.rds.SourceType;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.model.AccountQuota;
import software.amazon.awssdk.services.rds.model.DBClusterParameterGroup;
import software.amazon.awssdk.services.rds.model.DBParameterGroup;
import software.amazon.awssdk.services.rds.model.DBSubnetGroup;
import software.amazon.awssdk.services.rds.model.DescribeAccountAttributesResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterParameterGroupsResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbParameterGroupsResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbSubnetGroupsResponse;
import software.amazon.awssdk.services.rds.model.DescribeEventsResponse;
import software.amazon.awssdk.services.rds.model.Event;
import software.amazon.awssdk.services.rds.model.RdsResponse;
import software.amazon.awssdk.services.rds.model.Subnet;

/** Past events, quotas, and groups to refer to. */
final class OtherOperations {

    private static final int DEFAULT_MINUTES = 60;

    private OtherOperations() {}

    static Map<String, Operation> all() {
        return Map.of(
                "DescribeEvents",
                OtherOperations::events,
                "DescribeDBSubnetGroups",
                form -> groups(form, Group.Kind.SUBNET, "DBSubnetGroupName", OtherOperations::subnets),
                "DescribeDBClusterParameterGroups",
                form -> groups(
                        form,
                        Group.Kind.CLUSTER_PARAMETER,
                        "DBClusterParameterGroupName",
                        OtherOperations::clusterParameters),
                "DescribeDBParameterGroups",
                form -> groups(form, Group.Kind.PARAMETER, "DBParameterGroupName", OtherOperations::parameters),
                "DescribeAccountAttributes",
                form -> OtherOperations::quotas);
    }

    private static Operation.Call events(Form form) {
        SourceType type = form.converted("SourceType", OtherOperations::type);
        String source = form.text("SourceIdentifier");
        Integer minutes = form.number("Duration");
        Instant until = form.converted("EndTime", OtherOperations::time);
        Instant since = form.converted("StartTime", OtherOperations::time);
        var wanted = QueryParameters.page(form);
        Duration back = Duration.ofMinutes(minutes == null ? DEFAULT_MINUTES : minutes);
        return region -> {
            Instant end = until == null ? region.now().plusMillis(1) : until;
            var page = region.events()
                    .describe(new DescribeEvents(type, source, since == null ? end.minus(back) : since, end, wanted));
            return DescribeEventsResponse.builder()
                    .events(Shown.all(page, OtherOperations::event))
                    .marker(page.marker());
        };
    }

    private static Event event(EmittedEvent event) {
        return Event.builder()
                .sourceIdentifier(event.sourceId())
                .sourceType(event.kind().source().apiName())
                .message(event.message())
                .eventCategories(event.kind().category())
                .date(event.date())
                .sourceArn(event.sourceArn())
                .build();
    }

    private static SourceType type(String name) {
        return Stream.of(SourceType.values())
                .filter(type -> type.apiName().equals(name))
                .findFirst()
                .orElseThrow(() -> RdsError.invalidValue("Events of %s are not simulated.".formatted(name)));
    }

    private static Instant time(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static Operation.Call groups(
            Form form, Group.Kind kind, String parameter, Function<Page<Group>, RdsResponse.Builder> shown) {
        String name = form.text(parameter);
        var page = QueryParameters.page(form);
        return region -> shown.apply(region.groups().describe(kind, name, page));
    }

    private static RdsResponse.Builder subnets(Page<Group> page) {
        return DescribeDbSubnetGroupsResponse.builder()
                .dbSubnetGroups(Shown.all(
                        page,
                        group -> DBSubnetGroup.builder()
                                .dbSubnetGroupName(group.name())
                                .dbSubnetGroupArn(group.arn())
                                .vpcId(group.vpc())
                                .subnets(Shown.all(Shown.zones(group.arn()), OtherOperations::subnet))
                                .subnetGroupStatus("Complete")
                                .dbSubnetGroupDescription(group.name())
                                .build()))
                .marker(page.marker());
    }

    private static Subnet subnet(String zone) {
        return Subnet.builder()
                .subnetIdentifier("subnet-" + zone)
                .subnetAvailabilityZone(in -> in.name(zone))
                .subnetStatus("Active")
                .build();
    }

    private static RdsResponse.Builder clusterParameters(Page<Group> page) {
        return DescribeDbClusterParameterGroupsResponse.builder()
                .dbClusterParameterGroups(Shown.all(
                        page,
                        group -> DBClusterParameterGroup.builder()
                                .dbClusterParameterGroupName(group.name())
                                .dbClusterParameterGroupArn(group.arn())
                                .dbParameterGroupFamily(group.family())
                                .description(group.name())
                                .build()))
                .marker(page.marker());
    }

    private static RdsResponse.Builder parameters(Page<Group> page) {
        return DescribeDbParameterGroupsResponse.builder()
                .dbParameterGroups(Shown.all(
                        page,
                        group -> DBParameterGroup.builder()
                                .dbParameterGroupName(group.name())
                                .dbParameterGroupArn(group.arn())
                                .dbParameterGroupFamily(group.family())
                                .description(group.name())
                                .build()))
                .marker(page.marker());
    }

    private static RdsResponse.Builder quotas(RdsRegion region) {
        return DescribeAccountAttributesResponse.builder()
                .accountQuotas(Shown.all(
                        region.account().quotas(),
                        quota -> AccountQuota.builder()
                                .accountQuotaName(quota.name())
                                .used(quota.used())
                                .max(quota.max())
                                .build()));
    }
}
