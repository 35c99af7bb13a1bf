package io.aurorarestore.local.rds.wire;

import io.aurorarestore.local.rds.DbInstance;
import java.util.List;
import java.util.stream.Stream;

/** An instance as the protocol writes it. */
final class InstanceXml {

    private InstanceXml() {}

    static Element of(DbInstance instance) {
        return Element.of(
                "DBInstance",
                Stream.of(identity(instance), ofCluster(instance), own(instance))
                        .flatMap(List::stream)
                        .toList());
    }

    private static List<Element> identity(DbInstance instance) {
        return List.of(
                Element.text("DBInstanceIdentifier", instance.id()),
                Element.text("DBInstanceArn", instance.arn()),
                Element.text("DbiResourceId", instance.resourceId()),
                Element.text("DBInstanceStatus", instance.status()),
                Timestamps.of("InstanceCreateTime", instance.created()),
                Element.text("DBClusterIdentifier", instance.cluster()),
                Element.of(
                        "Endpoint", Element.text("Address", SharedXml.ADDRESS), Element.text("Port", instance.port())),
                SharedXml.tags(instance.tags()));
    }

    private static List<Element> ofCluster(DbInstance instance) {
        var volume = instance.volume();
        var settings = instance.clusterSettings();
        return Stream.of(
                        Element.text("Engine", volume.engine()),
                        Element.text("EngineVersion", volume.engineVersion()),
                        Element.text("MasterUsername", volume.masterUser()),
                        Element.text("DBName", volume.database()),
                        Element.text("AllocatedStorage", volume.allocatedGib()),
                        Element.text("StorageType", "aurora"),
                        Element.text("StorageEncrypted", volume.encrypted()),
                        Element.text("KmsKeyId", volume.kmsKeyId()),
                        SharedXml.securityGroups(settings.securityGroups()),
                        Element.of(
                                "DBSubnetGroup",
                                Element.text("DBSubnetGroupName", settings.subnetGroup()),
                                Element.text("VpcId", instance.vpc()),
                                Element.text("SubnetGroupStatus", "Complete")),
                        Element.text("IAMDatabaseAuthenticationEnabled", settings.iamAuthentication()),
                        Element.text("DeletionProtection", false))
                .toList();
    }

    private static List<Element> own(DbInstance instance) {
        var settings = instance.settings();
        return List.of(
                Element.text("DBInstanceClass", settings.instanceClass()),
                Element.text("AvailabilityZone", settings.availabilityZone()),
                Element.text("PromotionTier", settings.promotionTier()),
                Element.text("PubliclyAccessible", settings.publiclyAccessible()),
                Element.text("MonitoringInterval", settings.monitoringInterval()),
                Element.text("PerformanceInsightsEnabled", settings.performanceInsights()),
                Element.text("CACertificateIdentifier", settings.certificate()),
                Element.of("CertificateDetails", Element.text("CAIdentifier", settings.certificate())),
                Element.list("DBParameterGroups", List.of(settings.parameterGroup()), InstanceXml::parameterGroup));
    }

    private static Element parameterGroup(String name) {
        return Element.of(
                "DBParameterGroup",
                Element.text("DBParameterGroupName", name),
                Element.text("ParameterApplyStatus", "in-sync"));
    }
}
