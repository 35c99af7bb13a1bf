package io.aurorarestore.simulation;

import io.aurorarestore.local.rds.ClusterChanges;
import io.aurorarestore.local.rds.RdsOptions;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Storage types, network types and domains that clusters have, and that RDS does not have with every class, or any more. */
final class ScarceClasses {

    private static final String USUAL = "db.r6g.large";
    private static final String LESSER = "db.r5.large";
    private static final String OTHER = "db.r7g.large";
    private static final List<Set<String>> LACKING = List.of(
            Set.of("aurora-iopt1"),
            Set.of("DUAL"),
            Set.of(RdsOptions.DOMAIN),
            Set.of("aurora-iopt1", "DUAL", RdsOptions.DOMAIN));
    private static final List<Map<String, String>> HAD = List.of(
            Map.of("StorageType", "aurora-iopt1"),
            Map.of("NetworkType", "DUAL"),
            Map.of("Domain", "d-1234567890", "DomainIAMRoleName", "rds-directory"),
            Map.of());

    private ScarceClasses() {}

    /** Sometimes of the class that the clusters have, too: what once could be had is withdrawn. */
    static RdsOptions options(Chance chance) {
        Map<String, Set<String>> lacking = new HashMap<>(Map.of(LESSER, chance.one(LACKING)));
        if (chance.of(0.4)) {
            lacking.put(USUAL, chance.one(LACKING));
        }
        return RdsOptions.defaults().withLacking(lacking);
    }

    static ClusterChanges had(Chance chance) {
        Map<String, String> all = new HashMap<>(chance.one(HAD));
        all.putAll(chance.one(HAD));
        return ClusterChanges.further(all);
    }

    static ClusterSettings asking(ClusterSettings asked, Chance chance) {
        return ClusterSettings.builder()
                .with(ClusterSetting.INSTANCE_CLASS, chance.one(List.of(LESSER, OTHER)))
                .build()
                .over(asked);
    }
}
