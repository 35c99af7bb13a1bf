package io.aurorarestore.local.rds.wire;

import io.aurorarestore.local.front.AwsRequest;
import io.aurorarestore.local.front.AwsResponse;
import io.aurorarestore.local.front.AwsService;
import io.aurorarestore.local.rds.RdsError;
import io.aurorarestore.local.rds.SimulatedRds;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The simulated RDS behind RDS's own wire protocol, AWS Query: what the CLI and every SDK speak.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/">RDS API reference</a>
 */
public final class RdsService implements AwsService {

    private final SimulatedRds rds;
    private final Map<String, Operation> operations = new HashMap<>();

    public RdsService(SimulatedRds rds) {
        this.rds = rds;
        operations.putAll(SnapshotOperations.all());
        operations.putAll(ClusterOperations.all());
        operations.putAll(InstanceOperations.all());
        operations.putAll(TagOperations.all());
        operations.putAll(RoleOperations.all());
        operations.putAll(RelationOperations.all());
        operations.putAll(OtherOperations.all());
    }

    @Override
    public AwsResponse handle(AwsRequest request) {
        Answer answer = new Answer(UUID.randomUUID().toString());
        try {
            Form form = new Form(request);
            Operation.Call call = operation(form).read(form);
            form.refuseUnread();
            return answer.to(form.action(), call.on(rds.region(request.region())));
        } catch (RdsError refused) {
            return answer.to(refused);
        }
    }

    @Override
    public String operation(AwsRequest request) {
        return new Form(request).action();
    }

    @Override
    public boolean knows(String operation) {
        return operations.containsKey(operation);
    }

    private Operation operation(Form form) {
        return Optional.ofNullable(operations.get(form.action()))
                .orElseThrow(() -> new RdsError(
                        "InvalidAction",
                        400,
                        "Could not find operation %s for version 2014-10-31".formatted(form.action())));
    }
}
