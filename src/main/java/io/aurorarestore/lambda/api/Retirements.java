package io.aurorarestore.lambda.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.port.RestoreViews.Listed;
import io.aurorarestore.port.Restores;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the retirements of restores: they say when the clusters that were set aside are deleted. */
record Retirements(Restores restores) {

    /** Those of a page. */
    record Known(Map<RestoreId, Restore> all) {

        ObjectNode listed(Listed one) {
            return RestoreJson.listed(
                    one, one.restore().map(Restore::retirementId).map(all::get));
        }
    }

    Uni<Known> of(List<Listed> page) {
        Uni<Map<RestoreId, Restore>> all = Uni.createFrom().item(new HashMap<>());
        for (Listed one : page) {
            all = all.chain(
                    known -> one.restore().map(restore -> with(restore, known)).orElseGet(() -> same(known)));
        }
        return all.map(Known::new);
    }

    private Uni<Map<RestoreId, Restore>> with(Restore restore, Map<RestoreId, Restore> known) {
        return of(restore).map(found -> {
            found.ifPresent(retirement -> known.put(retirement.id(), retirement));
            return known;
        });
    }

    private static Uni<Map<RestoreId, Restore>> same(Map<RestoreId, Restore> known) {
        return Uni.createFrom().item(known);
    }

    /** The one of a restore, if it has one. */
    Uni<Optional<Restore>> of(Restore restore) {
        return restore.outputs().retiresAt().isPresent()
                ? restores.load(restore.retirementId())
                : Uni.createFrom().item(Optional.empty());
    }
}
