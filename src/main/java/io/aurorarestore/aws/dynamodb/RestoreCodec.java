package io.aurorarestore.aws.dynamodb;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.aurorarestore.port.CallFailed;
import io.aurorarestore.restore.Archive;
import io.aurorarestore.restore.Audience;
import io.aurorarestore.restore.ClusterSettings;
import io.aurorarestore.restore.DatabaseSettings;
import io.aurorarestore.restore.DatabaseUser;
import io.aurorarestore.restore.Endpoint;
import io.aurorarestore.restore.Failure;
import io.aurorarestore.restore.FailureCode;
import io.aurorarestore.restore.Findings;
import io.aurorarestore.restore.Footprint;
import io.aurorarestore.restore.Grant;
import io.aurorarestore.restore.Lease;
import io.aurorarestore.restore.Order;
import io.aurorarestore.restore.Outbox;
import io.aurorarestore.restore.Outcome;
import io.aurorarestore.restore.Owned;
import io.aurorarestore.restore.Predecessor;
import io.aurorarestore.restore.Progress;
import io.aurorarestore.restore.Replace;
import io.aurorarestore.restore.ResourceKind;
import io.aurorarestore.restore.Restore;
import io.aurorarestore.restore.RestoreId;
import io.aurorarestore.restore.RestoreRequest;
import io.aurorarestore.restore.Retirement;
import io.aurorarestore.restore.Scaling;
import io.aurorarestore.restore.Script;
import io.aurorarestore.restore.Sensitive;
import io.aurorarestore.restore.Settings;
import io.aurorarestore.restore.Snapshot;
import io.aurorarestore.restore.SnapshotSelector;
import io.aurorarestore.restore.Status;
import io.aurorarestore.restore.StepName;
import io.aurorarestore.restore.StepTiming;
import io.aurorarestore.restore.Turn;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A restore as JSON. What a later version adds is passed over, so that an older one can still read it. */
@RegisterForReflection(
        targets = {
            Restore.class,
            RestoreId.class,
            Order.class,
            RestoreRequest.class,
            SnapshotSelector.class,
            SnapshotSelector.ById.class,
            SnapshotSelector.Latest.class,
            SnapshotSelector.OnDay.class,
            Settings.class,
            StepTiming.class,
            ClusterSettings.class,
            Scaling.class,
            Retirement.class,
            Replace.class,
            Archive.class,
            DatabaseSettings.class,
            DatabaseUser.class,
            Grant.class,
            Grant.Level.class,
            Script.class,
            Progress.class,
            Status.class,
            StepName.class,
            Outcome.class,
            Predecessor.class,
            Predecessor.Member.class,
            Failure.class,
            FailureCode.class,
            Findings.class,
            Snapshot.class,
            Endpoint.class,
            Footprint.class,
            Owned.class,
            ResourceKind.class,
            Turn.class,
            Lease.class,
            Outbox.class,
            Audience.class,
            Sensitive.class,
            RestoreCodec.ByKind.class
        })
final class RestoreCodec {

    /** What an earlier version did not write is nothing. */
    private static final JsonSetter.Value ABSENT_IS_EMPTY = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .addMixIn(SnapshotSelector.class, ByKind.class)
            .withConfigOverride(Map.class, empty -> empty.setSetterInfo(ABSENT_IS_EMPTY))
            .withConfigOverride(List.class, empty -> empty.setSetterInfo(ABSENT_IS_EMPTY))
            .withConfigOverride(Set.class, empty -> empty.setSetterInfo(ABSENT_IS_EMPTY))
            .build();

    private RestoreCodec() {}

    /** Which selector it is stands in the field {@code kind}. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = SnapshotSelector.ById.class, name = "byId"),
        @JsonSubTypes.Type(value = SnapshotSelector.Latest.class, name = "latest"),
        @JsonSubTypes.Type(value = SnapshotSelector.OnDay.class, name = "onDay")
    })
    interface ByKind {}

    static String write(Restore restore) {
        try {
            return JSON.writeValueAsString(restore);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("restore " + restore.id() + " cannot be written", e);
        }
    }

    /** Fails with {@code CallFailed} where what is stored was spoilt; its text stays out of the message. */
    static Restore read(String json) {
        try {
            Restore restore = JSON.readValue(json, Restore.class);
            if (restore != null) {
                return restore;
            }
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw unreadable(e.getClass().getSimpleName());
        }
        throw unreadable("nothing is there");
    }

    private static CallFailed unreadable(String why) {
        return new CallFailed(
                CallFailed.Kind.FATAL, FailureCode.UNEXPECTED, "A stored restore cannot be read (" + why + ").");
    }
}
