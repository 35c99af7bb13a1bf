package io.aurorarestore.local.rds.wire;

import io.aurorarestore.local.front.Form;
import io.aurorarestore.local.rds.InstanceOption;
import io.aurorarestore.local.rds.Offerings;
import java.util.Map;
import software.amazon.awssdk.services.rds.model.AvailabilityZone;
import software.amazon.awssdk.services.rds.model.Certificate;
import software.amazon.awssdk.services.rds.model.DBEngineVersion;
import software.amazon.awssdk.services.rds.model.DescribeCertificatesResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbEngineVersionsResponse;
import software.amazon.awssdk.services.rds.model.DescribeOrderableDbInstanceOptionsResponse;
import software.amazon.awssdk.services.rds.model.OrderableDBInstanceOption;

/** The operations that list what can be had. */
final class OfferingOperations {

    private OfferingOperations() {}

    static Map<String, Operation> all() {
        return Map.of(
                "DescribeDBEngineVersions", OfferingOperations::versions,
                "DescribeOrderableDBInstanceOptions", OfferingOperations::instances,
                "DescribeCertificates", OfferingOperations::certificates);
    }

    private static Operation.Call versions(Form form) {
        String engine = form.text("Engine");
        String version = form.text("EngineVersion");
        var wanted = QueryParameters.page(form);
        QueryParameters.filters(form);
        form.ignore("DefaultOnly", "IncludeAll");
        return region -> {
            var page = region.offerings().versions(engine, version, wanted);
            return DescribeDbEngineVersionsResponse.builder()
                    .dbEngineVersions(Shown.all(page, OfferingOperations::version))
                    .marker(page.marker());
        };
    }

    private static DBEngineVersion version(Offerings.Version one) {
        return DBEngineVersion.builder()
                .engine(one.engine())
                .engineVersion(one.version())
                .dbParameterGroupFamily(one.family())
                .status("available")
                .supportedEngineModes("provisioned")
                .exportableLogTypes("postgresql")
                .supportsLocalWriteForwarding(one.writeForwarding())
                .build();
    }

    private static Operation.Call instances(Form form) {
        String engine = form.required("Engine");
        String version = form.text("EngineVersion");
        String instanceClass = form.text("DBInstanceClass");
        var wanted = QueryParameters.page(form);
        QueryParameters.filters(form);
        form.ignore("LicenseModel", "Vpc");
        return region -> {
            var page = region.offerings().instances(engine, version, instanceClass, wanted);
            return DescribeOrderableDbInstanceOptionsResponse.builder()
                    .orderableDBInstanceOptions(Shown.all(page, OfferingOperations::option))
                    .marker(page.marker());
        };
    }

    private static OrderableDBInstanceOption option(InstanceOption one) {
        return OrderableDBInstanceOption.builder()
                .engine(one.engine())
                .engineVersion(one.engineVersion())
                .dbInstanceClass(one.instanceClass())
                .storageType(one.storageType())
                .licenseModel("postgresql-license")
                .vpc(true)
                .availabilityZones(Shown.all(
                        one.zones(),
                        zone -> AvailabilityZone.builder().name(zone).build()))
                .supportedEngineModes("provisioned")
                .supportedNetworkTypes(one.networkTypes())
                .supportsPerformanceInsights(true)
                .supportsEnhancedMonitoring(true)
                .supportsKerberosAuthentication(one.kerberos())
                .supportsIAMDatabaseAuthentication(true)
                .supportsStorageEncryption(true)
                .supportsClusters(true)
                .supportsHttpEndpoint(one.dataApi())
                .build();
    }

    private static Operation.Call certificates(Form form) {
        String id = form.text("CertificateIdentifier");
        QueryParameters.filters(form);
        QueryParameters.page(form);
        return region -> DescribeCertificatesResponse.builder()
                .certificates(Shown.all(
                        region.offerings().certificates(id),
                        one -> Certificate.builder()
                                .certificateIdentifier(one)
                                .certificateType("CA")
                                .build()));
    }
}
