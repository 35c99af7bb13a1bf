package io.aurorarestore.local.rds.wire;

import io.aurorarestore.local.rds.DataVolume;
import io.aurorarestore.local.rds.DbInstance;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBParameterGroupStatus;

/** An instance as the API shows it. */
final class ShownInstance {

    private ShownInstance() {}

    static DBInstance of(DbInstance instance) {
        var shown = DBInstance.builder()
                .dbInstanceIdentifier(instance.id())
                .dbInstanceArn(instance.arn())
                .dbiResourceId(instance.resourceId())
                .dbInstanceStatus(instance.status())
                .instanceCreateTime(instance.created())
                .dbClusterIdentifier(instance.cluster())
                .endpoint(endpoint -> endpoint.address(instance.host()).port(instance.port()))
                .tagList(Shown.tags(instance.tags()));
        ofCluster(shown, instance);
        own(shown, instance);
        return shown.build();
    }

    private static void ofCluster(DBInstance.Builder shown, DbInstance instance) {
        var volume = instance.volume();
        var settings = instance.clusterSettings();
        shown.engine(volume.engine())
                .engineVersion(volume.engineVersion())
                .masterUsername(volume.masterUser())
                .dbName(volume.database())
                .allocatedStorage(DataVolume.SHOWN_OF_AURORA)
                .storageType(settings.further().get("StorageType"))
                .networkType(settings.further().get("NetworkType"))
                .engineLifecycleSupport(settings.further().get("EngineLifecycleSupport"))
                .databaseInsightsMode(settings.further().get("DatabaseInsightsMode"))
                .copyTagsToSnapshot(false)
                .preferredBackupWindow(settings.backupWindow())
                .backupRetentionPeriod(settings.backupRetentionDays())
                .enabledCloudwatchLogsExports(settings.logExports())
                .storageEncrypted(volume.encrypted())
                .kmsKeyId(volume.kmsKeyId())
                .vpcSecurityGroups(Shown.securityGroups(settings.securityGroups()))
                .dbSubnetGroup(group -> group.dbSubnetGroupName(settings.subnetGroup())
                        .vpcId(instance.vpc())
                        .subnetGroupStatus("Complete"))
                .iamDatabaseAuthenticationEnabled(settings.iamAuthentication())
                .deletionProtection(false);
    }

    private static void own(DBInstance.Builder shown, DbInstance instance) {
        var settings = instance.settings();
        Members.show(shown, settings.further());
        shown.dbInstanceClass(settings.instanceClass())
                .availabilityZone(settings.availabilityZone())
                .promotionTier(settings.promotionTier())
                .publiclyAccessible(settings.publiclyAccessible())
                .caCertificateIdentifier(settings.certificate())
                .certificateDetails(details -> details.caIdentifier(settings.certificate()))
                .dbParameterGroups(DBParameterGroupStatus.builder()
                        .dbParameterGroupName(settings.parameterGroup())
                        .parameterApplyStatus("in-sync")
                        .build());
    }
}
