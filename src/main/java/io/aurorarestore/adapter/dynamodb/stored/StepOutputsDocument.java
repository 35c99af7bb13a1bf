package io.aurorarestore.adapter.dynamodb.stored;

import io.aurorarestore.model.ResourceKind;
import io.aurorarestore.model.aws.Endpoint;
import io.aurorarestore.model.aws.RestoreSource;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.restore.OwnedResource;
import io.aurorarestore.model.restore.OwnedResources;
import io.aurorarestore.model.restore.Predecessor;
import io.aurorarestore.model.restore.StepOutputs;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import java.util.Map;
import java.util.Optional;

/** Maps what a restore's steps found, and the resources it owns, to their stored JSON, and back. */
final class StepOutputsDocument {

    private StepOutputsDocument() {}

    static StoredJson write(StepOutputs outputs) {
        return new StoredJson()
                .object("source", outputs.snapshot(), StepOutputsDocument::write)
                .object("sourceCluster", outputs.source().flatMap(RestoreSource::moment), SourceClusterDocument::write)
                .object("usable", outputs.usable(), StepOutputsDocument::write)
                .object("endpoint", outputs.endpoint(), StepOutputsDocument::write)
                .object("predecessor", outputs.predecessor(), StepOutputsDocument::write)
                .text("managedSecret", outputs.managedSecret())
                .text("retiresAt", outputs.retiresAt())
                .text("dataOf", outputs.dataOf());
    }

    private static StoredJson write(Endpoint endpoint) {
        return new StoredJson().text("host", endpoint.host()).number("port", endpoint.port());
    }

    private static StoredJson write(Snapshot snapshot) {
        return new StoredJson()
                .text("id", snapshot.id())
                .text("arn", snapshot.arn())
                .text("cluster", snapshot.cluster())
                .text("status", snapshot.status())
                .number("percent", snapshot.percent())
                .text("createdAt", snapshot.createdAt().toString())
                .text("engine", snapshot.engine())
                .text("engineVersion", snapshot.engineVersion())
                .text("masterUser", snapshot.masterUser())
                .text("kmsKeyId", snapshot.kmsKeyId())
                .flag("encrypted", snapshot.encrypted())
                .text("copiedFrom", snapshot.copiedFrom())
                .text("type", snapshot.type())
                .text("clusterResourceId", snapshot.clusterResourceId())
                .textMap("tags", snapshot.tags())
                .number("sizeGib", snapshot.sizeGib());
    }

    private static StoredJson write(Predecessor old) {
        return new StoredJson()
                .text("arn", old.arn())
                .text("resourceId", old.resourceId())
                .object("settings", SettingsDocument.write(withoutTags(old.settings())))
                .list("instances", old.instances(), StepOutputsDocument::write)
                .textMap("tags", old.tags())
                .text("kmsKeyId", old.kmsKeyId())
                .text("managedSecretKey", old.managedSecretKey());
    }

    /** They stand beside the settings already: fifty can take more room than all the rest. */
    private static ClusterSettings withoutTags(ClusterSettings settings) {
        return withTags(Map.of(), settings);
    }

    private static ClusterSettings withTags(Map<String, String> tags, ClusterSettings settings) {
        return ClusterSettings.builder()
                .with(ClusterSetting.TAGS, tags)
                .take(settings)
                .build();
    }

    private static StoredJson write(Predecessor.Member member) {
        return new StoredJson()
                .text("name", member.name())
                .text("arn", member.arn())
                .text("resourceId", member.resourceId())
                .text("instanceClass", member.instanceClass())
                .object("settings", SettingsDocument.write(member.settings()))
                .textMap("tags", member.tags())
                .flag("autoscaled", member.autoscaled());
    }

    static StepOutputs read(StoredFields stored) {
        return new StepOutputs(
                source(stored),
                stored.maybe("usable", StepOutputsDocument::snapshot),
                stored.maybe("endpoint", one -> new Endpoint(one.text("host"), one.number("port", 0))),
                stored.maybe("predecessor", StepOutputsDocument::predecessor),
                stored.maybeText("managedSecret"),
                stored.maybeInstant("retiresAt"),
                stored.maybeInstant("dataOf"));
    }

    /** Earlier versions knew snapshots only. */
    private static Optional<RestoreSource> source(StoredFields stored) {
        return stored.<RestoreSource>maybe("source", StepOutputsDocument::snapshot)
                .or(() -> stored.maybe("sourceCluster", SourceClusterDocument::read));
    }

    private static Snapshot snapshot(StoredFields stored) {
        return new Snapshot(
                stored.text("id"),
                stored.text("arn"),
                stored.text("cluster"),
                stored.text("status"),
                stored.number("percent", 0),
                stored.instant("createdAt"),
                stored.text("engine"),
                stored.text("engineVersion"),
                stored.text("masterUser"),
                stored.maybeText("kmsKeyId"),
                stored.maybeFlag("encrypted")
                        .orElse(stored.maybeText("kmsKeyId").isPresent()),
                stored.maybeText("copiedFrom"),
                stored.maybeText("type"),
                stored.maybeText("clusterResourceId"),
                stored.textMap("tags"),
                stored.maybeNumber("sizeGib"));
    }

    private static Predecessor predecessor(StoredFields stored) {
        ClusterSettings settings = SettingsDocument.read(stored.object("settings"));
        return new Predecessor(
                stored.text("arn"),
                stored.text("resourceId"),
                withTags(stored.textMap("tags"), settings),
                stored.list("instances", one -> member(one, settings)),
                stored.textMap("tags"),
                stored.maybeText("kmsKeyId"),
                stored.maybeText("managedSecretKey"));
    }

    /** Of a version that knew none of an instance's own settings: the writer's. */
    private static Predecessor.Member member(StoredFields stored, ClusterSettings ofWriter) {
        return new Predecessor.Member(
                stored.text("name"),
                stored.text("arn"),
                stored.text("resourceId"),
                stored.text("instanceClass"),
                stored.maybe("settings", SettingsDocument::read).orElse(ofWriter),
                stored.maybeTextMap("tags"),
                stored.maybeFlag("autoscaled").orElse(false));
    }

    static StoredJson write(OwnedResource owned) {
        return new StoredJson()
                .constant("kind", owned.kind())
                .text("name", owned.name())
                .text("arn", owned.arn())
                .text("resourceId", owned.resourceId());
    }

    static OwnedResources resources(StoredFields stored, String field) {
        return new OwnedResources(stored.list(field, StepOutputsDocument::owned));
    }

    private static OwnedResource owned(StoredFields stored) {
        return new OwnedResource(
                stored.constant("kind", ResourceKind.class),
                stored.text("name"),
                stored.text("arn"),
                stored.maybeText("resourceId"));
    }
}
