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
        product.classes().forEach(one -> ofClass(product, one, offers));
        return offers;
    }

    private void ofClass(Product product, String instanceClass, Map<String, Boolean> offers) {
        List<InstanceOption> options = offerings
                .instances(product.engine(), product.version(), instanceClass, PageRequest.FIRST)
                .items();
        offers.put(TargetDependencies.CLASS + instanceClass, !options.isEmpty());
        product.capabilities().stream()
                .filter(wanted -> wanted.startsWith(Capability.ZONE))
                .forEach(wanted -> offers.put(
                        TargetDependencies.CLASS + instanceClass + "/" + wanted,
                        options.stream()
                                .anyMatch(one -> one.zones().contains(wanted.substring(Capability.ZONE.length())))));
    }
}
