package io.aurorarestore.local.rds.wire;

import io.aurorarestore.local.rds.DescribeEvents;
import io.aurorarestore.local.rds.Group;
import io.aurorarestore.local.rds.RdsError;
import io.aurorarestore.local.rds.RdsEvent;
import io.aurorarestore.local.rds.RdsRegion;
import io.aurorarestore.local.rds.SourceType;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Past events, quotas, and groups to refer to. */
final class OtherOperations {

    private static final int DEFAULT_MINUTES = 60;

    private OtherOperations() {}

    static Map<String, Operation> all() {
        return Map.of(
                "DescribeEvents",
                OtherOperations::events,
                "DescribeDBSubnetGroups",
                form -> groups(form, Group.Kind.SUBNET, "DBSubnetGroup"),
                "DescribeDBClusterParameterGroups",
                form -> groups(form, Group.Kind.CLUSTER_PARAMETER, "DBClusterParameterGroup"),
                "DescribeDBParameterGroups",
                form -> groups(form, Group.Kind.PARAMETER, "DBParameterGroup"),
                "DescribeAccountAttributes",
                form -> OtherOperations::quotas);
    }

    private static Operation.Call events(Form form) {
        SourceType type = form.converted("SourceType", OtherOperations::type);
        String source = form.text("SourceIdentifier");
        Integer minutes = form.number("Duration");
        Instant until = form.converted("EndTime", OtherOperations::time);
        Instant since = form.converted("StartTime", OtherOperations::time);
        var page = form.page();
        Duration back = Duration.ofMinutes(minutes == null ? DEFAULT_MINUTES : minutes);
        return region -> {
            Instant end = until == null ? region.now().plusMillis(1) : until;
            var query = new DescribeEvents(type, source, since == null ? end.minus(back) : since, end, page);
            return SharedXml.page("Events", region.events().describe(query), OtherOperations::event);
        };
    }

    private static Element event(RdsEvent event) {
        return Element.of(
                "Event",
                Element.text("SourceIdentifier", event.sourceId()),
                Element.text("SourceType", event.kind().source().apiName()),
                Element.text("Message", event.message()),
                SharedXml.words(
                        "EventCategories", "EventCategory", List.of(event.kind().category())),
                Timestamps.of("Date", event.date()),
                Element.text("SourceArn", event.sourceArn()));
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

    private static Operation.Call groups(Form form, Group.Kind kind, String element) {
        String name = form.text(element + "Name");
        var page = form.page();
        return region -> SharedXml.page(
                element + "s",
                region.groups().describe(kind, name, page),
                group -> Element.of(
                        element,
                        Element.text(element + "Name", group.name()),
                        Element.text(element + "Arn", group.arn()),
                        group.vpc().isEmpty() ? null : Element.text("VpcId", group.vpc()),
                        group.vpc().isEmpty() ? null : Element.text("SubnetGroupStatus", "Complete"),
                        group.family().isEmpty() ? null : Element.text("DBParameterGroupFamily", group.family()),
                        Element.text(
                                kind == Group.Kind.SUBNET ? element + "Description" : "Description", group.name())));
    }

    private static List<Element> quotas(RdsRegion region) {
        return List.of(Element.list(
                "AccountQuotas",
                region.account().quotas(),
                quota -> Element.of(
                        "AccountQuota",
                        Element.text("AccountQuotaName", quota.name()),
                        Element.text("Used", quota.used()),
                        Element.text("Max", quota.max()))));
    }
}
