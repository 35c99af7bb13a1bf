package io.aurorarestore.simulation;

import io.aurorarestore.local.time.VirtualTimeline;
import io.aurorarestore.model.settings.Attribute;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.Hook;
import io.aurorarestore.model.settings.Profile;
import io.aurorarestore.model.settings.Requestable;
import io.aurorarestore.model.settings.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The one profile, as people edit it. */
final class EditedProfile {

    static final String SHARED_SECRET = "orders/master";

    /** A request that was read with an edition may be opened a little after the next. */
    private static final Duration OPENING = Duration.ofMinutes(2);

    private static final List<String> REQUEST_MAY = Stream.concat(
                    Requestable.BY_DEFAULT.stream(), Stream.of("certificate", Attribute.INSTANCE_NAMES.setting()))
            .toList();

    private record Edition(Profile profile, Instant from) {}

    private final VirtualTimeline time;
    private List<Hook> hooks = List.of();
    private final List<Edition> editions = new ArrayList<>();

    EditedProfile(VirtualTimeline time) {
        this.time = time;
        edit(List.of("orders-*"), false);
    }

    void edit(Profile edited) {
        editions.add(new Edition(edited, time.now()));
    }

    /** From now on the profile names them. */
    void hooks(List<Hook> some) {
        hooks = some;
        edit(now().allowedTargets().orElseThrow(), false);
    }

    Profile now() {
        return editions.get(editions.size() - 1).profile();
    }

    void edit(List<String> targets, boolean sharesSecret) {
        edit(profile(targets, sharesSecret, scripts(), hooks));
    }

    /** Whether the profile said so when a restore was opened just now. */
    boolean hasJustSaid(List<Script> scripts) {
        Instant since = time.now().minus(OPENING);
        for (int number = editions.size() - 1; number >= 0; number--) {
            if (editions.get(number).profile().scripts().orElse(List.of()).equals(scripts)) {
                return true;
            }
            if (editions.get(number).from().isBefore(since)) {
                return false;
            }
        }
        return false;
    }

    private List<Script> scripts() {
        String edition = " of edition " + editions.size();
        return List.of(new Script("mask", "mask" + edition), new Script("grant", "grant" + edition));
    }

    private static Profile profile(List<String> targets, boolean sharesSecret, List<Script> scripts, List<Hook> hooks) {
        return new Profile(
                Optional.of(targets),
                Optional.of(List.of("orders-*")),
                Optional.empty(),
                Optional.of(REQUEST_MAY),
                sharesSecret
                        ? ClusterSettings.builder()
                                .with(ClusterSetting.MASTER_SECRET, SHARED_SECRET)
                                .build()
                        : ClusterSettings.NONE,
                Optional.of("orders"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(scripts),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(hooks),
                Optional.empty());
    }
}
