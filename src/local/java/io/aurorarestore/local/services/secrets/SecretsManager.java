package io.aurorarestore.local.services.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.JsonOperation;
import io.aurorarestore.local.front.JsonService;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/**
 * Secrets Manager: secrets with versions and staging labels; no rotation, no replication, no encryption.
 *
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_Operations.html">AWS</a>
 */
public final class SecretsManager {

    private final Map<String, SecretStore> regions = new ConcurrentHashMap<>();
    private final SecretOperations secrets;
    private final ValueOperations values;
    private final Clock clock;

    public SecretsManager(Clock clock) {
        this.clock = clock;
        this.values = new ValueOperations(clock);
        this.secrets = new SecretOperations(values, clock);
    }

    /** Its {@code call} is the way to use it from within this process, for instance to seed secrets. */
    public JsonService service() {
        return new JsonService(Map.ofEntries(
                operation("CreateSecret", secrets::create),
                operation("DescribeSecret", secrets::describe),
                operation("DeleteSecret", secrets::delete),
                operation("RestoreSecret", secrets::restore),
                operation("TagResource", secrets::tag),
                operation("ListSecrets", secrets::list),
                operation("GetSecretValue", values::get),
                operation("PutSecretValue", values::put),
                operation("UpdateSecretVersionStage", values::moveStage)));
    }

    /** One operation at a time in a region. */
    private Map.Entry<String, JsonOperation> operation(
            String name, BiFunction<SecretStore, ObjectNode, JsonNode> operation) {
        return Map.entry(name, (region, input) -> {
            SecretStore store = regions.computeIfAbsent(region, SecretStore::new);
            synchronized (store) {
                store.forgetDeleted(clock.instant());
                return operation.apply(store, input);
            }
        });
    }
}
