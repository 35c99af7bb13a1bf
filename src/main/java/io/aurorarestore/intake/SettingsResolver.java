package io.aurorarestore.intake;

import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.DatabaseSettings;
import io.aurorarestore.model.settings.Objectives;
import io.aurorarestore.model.settings.OneDatabase;
import io.aurorarestore.model.settings.Profile;
import io.aurorarestore.model.settings.Requestable;
import io.aurorarestore.model.settings.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Merges the settings that are asked for: the request over its profile over the profile {@code default}. */
record SettingsResolver(RestoreRequest request, Optional<Profile> named, Optional<Profile> byDefault) {

    private static final String DATABASE = "postgres";

    Settings settings() {
        ClusterSettings profile = said(named);
        ClusterSettings fallback = said(byDefault);
        return new Settings(
                value(Profile::allowedSources).orElse(List.of()),
                request.settings().over(profile).over(fallback),
                origins(profile, fallback),
                database(),
                value(Profile::steps).orElse(Map.of()),
                value(Profile::hooks).orElse(List.of()),
                value(Profile::objectives).orElse(Objectives.NONE));
    }

    List<String> allowedTargets() {
        return value(Profile::allowedTargets).orElse(List.of());
    }

    Optional<List<String>> allowedCallers() {
        return value(Profile::allowedCallers);
    }

    /** The settings that the request says although no profile lets it, sorted. */
    List<String> refusedSettings() {
        return Requestable.refused(request.settings(), requestMay());
    }

    List<String> requestMay() {
        return value(Profile::requestMay).orElse(Requestable.BY_DEFAULT);
    }

    /** What would be asked if the request said nothing. */
    Settings withoutRequest() {
        RestoreRequest silent = new RestoreRequest(request.target(), request.source(), request.profile());
        return new SettingsResolver(silent, named, byDefault).settings();
    }

    private DatabaseSettings database() {
        return new DatabaseSettings(
                databases(),
                value(Profile::dropRoles).orElse(List.of()),
                value(Profile::lockRoles).orElse(List.of()),
                value(Profile::keepRoles));
    }

    /** A profile's list is whole: nothing of a weaker profile's one database is added to it. */
    private List<OneDatabase> databases() {
        return value(Profile::databases)
                .orElseGet(() -> List.of(new OneDatabase(
                        value(Profile::database).orElse(DATABASE),
                        value(Profile::users).orElse(List.of()),
                        value(Profile::scripts).orElse(List.of()),
                        value(Profile::checks).orElse(List.of()))));
    }

    /** Whether the named profile speaks of one database, and the default one lists databases: neither can be followed. */
    boolean contradictory() {
        return named.flatMap(Profile::databases).isEmpty()
                && byDefault.flatMap(Profile::databases).isPresent()
                && Stream.<Function<Profile, Optional<?>>>of(
                                Profile::database, Profile::users, Profile::scripts, Profile::checks)
                        .anyMatch(field -> named.flatMap(field::apply).isPresent());
    }

    private Map<String, String> origins(ClusterSettings profile, ClusterSettings fallback) {
        Map<String, String> origins = new HashMap<>();
        request.settings().said().keySet().forEach(name -> origins.putIfAbsent(name, "request"));
        profile.said().keySet().forEach(name -> origins.putIfAbsent(name, "profile " + request.profile()));
        fallback.said().keySet().forEach(name -> origins.putIfAbsent(name, "profile default"));
        return Map.copyOf(origins);
    }

    private static ClusterSettings said(Optional<Profile> profile) {
        return profile.map(Profile::settings).orElse(ClusterSettings.NONE);
    }

    private <T> Optional<T> value(Function<Profile, Optional<T>> field) {
        return Stream.of(named, byDefault)
                .flatMap(Optional::stream)
                .map(field)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
