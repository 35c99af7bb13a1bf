package io.aurorarestore.simulation;

import io.aurorarestore.local.rds.InstanceOption;
import io.aurorarestore.local.rds.Offerings;
import io.aurorarestore.local.rds.PageRequest;
import io.aurorarestore.model.aws.Capability;
import io.aurorarestore.model.aws.TargetDependencies;
import io.aurorarestore.model.aws.TargetDependencies.Product;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the simulated RDS has on offer, as the engine asks for it: the version, the classes, and where they are. */
record SimulatedOffers(Offerings offerings) {

    Map<String, Boolean> of(Product product) {
        Map<String, Boolean> offers = new HashMap<>();
        offers.put(
                TargetDependencies.VERSION,
                !offerings
                        .versions(product.engine(), product.version(), PageRequest.FIRST)
                        .items()
                        .isEmpty());
        offerings.versions(product.engine(), product.version(), PageRequest.FIRST).items().stream()
                .findFirst()
                .ifPresent(one -> offers.put(
                        TargetDependencies.VERSION + "/" + Capability.LOCAL_WRITE_FORWARDING, one.writeForwarding()));
        product.classes().forEach(one -> ofClass(product, one, offers));
        product.remade()
                .ifPresent(old -> of(old).forEach((key, has) -> offers.put(TargetDependencies.REMADE + key, has)));
        return offers;
    }

    private void ofClass(Product product, String instanceClass, Map<String, Boolean> offers) {
        List<InstanceOption> options = offerings
                .instances(product.engine(), product.version(), instanceClass, PageRequest.FIRST)
                .items();
        offers.put(TargetDependencies.CLASS + instanceClass, !options.isEmpty());
        product.capabilities()
                .forEach(wanted -> offers.put(
                        TargetDependencies.CLASS + instanceClass + "/" + wanted,
                        options.stream().anyMatch(one -> can(one, wanted))));
    }

    private static boolean can(InstanceOption one, String wanted) {
        return switch (wanted) {
            case Capability.KERBEROS -> one.kerberos();
            case Capability.DATA_API -> one.dataApi();
            case Capability.PERFORMANCE_INSIGHTS, Capability.ENHANCED_MONITORING -> true;
            default ->
                one.zones().contains(after(Capability.ZONE, wanted))
                        || one.networkTypes().contains(after(Capability.NETWORK, wanted))
                        || one.storageType().equals(after(Capability.STORAGE, wanted));
        };
    }

    private static String after(String prefix, String wanted) {
        return wanted.startsWith(prefix) ? wanted.substring(prefix.length()) : "";
    }
}
