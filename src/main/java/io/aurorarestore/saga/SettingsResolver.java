package io.aurorarestore.saga;

import io.aurorarestore.restore.Archive;
import io.aurorarestore.restore.Profile;
import io.aurorarestore.restore.Settings;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Works out what applies: the profile over the profile {@code default} over what is built in. */
record SettingsResolver(List<Profile> strongestFirst) {

    private static final String INSTANCE_CLASS = "db.r6g.large";
    private static final String MASTER_SECRET = "aurora-restore/{target}/master";
    private static final String DATABASE = "postgres";

    static SettingsResolver of(Optional<Profile> named, Optional<Profile> byDefault) {
        return new SettingsResolver(
                Stream.of(named, byDefault).flatMap(Optional::stream).toList());
    }

    Settings settings() {
        return new Settings(
                value(Profile::allowedSources).orElse(List.of()),
                value(Profile::instanceClass).orElse(INSTANCE_CLASS),
                value(Profile::readers).orElse(0),
                value(Profile::subnetGroup),
                value(Profile::securityGroups).orElse(List.of()),
                value(Profile::clusterParameterGroup),
                value(Profile::kmsKeyId),
                value(Profile::masterSecret).orElse(MASTER_SECRET),
                value(Profile::database).orElse(DATABASE),
                value(Profile::users).orElse(List.of()),
                value(Profile::checks).orElse(List.of()),
                value(Profile::archive).orElse(Archive.TAG));
    }

    List<String> allowedTargets() {
        return value(Profile::allowedTargets).orElse(List.of());
    }

    private <T> Optional<T> value(Function<Profile, Optional<T>> field) {
        return strongestFirst.stream().map(field).flatMap(Optional::stream).findFirst();
    }
}
