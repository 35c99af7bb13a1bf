package io.aurorarestore.aws.dynamodb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.aurorarestore.port.CallFailed;
import io.aurorarestore.restore.Archive;
import io.aurorarestore.restore.DatabaseUser;
import io.aurorarestore.restore.FailureCode;
import io.aurorarestore.restore.Grant;
import io.aurorarestore.restore.Profile;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** A profile as its JSON, written by people: unknown fields are refused, so that a misspelt one is not passed over. */
@RegisterForReflection(targets = {Profile.class, DatabaseUser.class})
final class ProfileCodec {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(Words.of(Words.of(new SimpleModule(), Grant.class), Archive.class))
            .build();

    private ProfileCodec() {}

    static Profile read(String name, String settings) {
        try {
            return JSON.readValue(settings, Profile.class);
        } catch (JsonProcessingException e) {
            throw new CallFailed(
                    CallFailed.Kind.FATAL,
                    FailureCode.INVALID_PROFILE,
                    "Profile " + name + " cannot be read: " + e.getOriginalMessage() + ".");
        }
    }
}
