package io.aurorarestore.local.rds.wire;

import io.aurorarestore.local.front.AwsService;
import io.aurorarestore.local.front.QueryOperation;
import io.aurorarestore.local.front.QueryService;
import io.aurorarestore.local.rds.SimulatedRds;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The simulated RDS behind RDS's own wire protocol, AWS Query: what the CLI and every SDK speak.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/">RDS API reference</a>
 */
public final class RdsService {

    private static final String NAMESPACE = "http://rds.amazonaws.com/doc/2014-10-31/";

    private RdsService() {}

    public static AwsService of(SimulatedRds rds) {
        Map<String, QueryOperation> operations = new HashMap<>();
        Stream.of(
                        SnapshotOperations.all(),
                        ClusterOperations.all(),
                        InstanceOperations.all(),
                        TagOperations.all(),
                        RelationOperations.all(),
                        OfferingOperations.all(),
                        OtherOperations.all())
                .forEach(all -> all.forEach((name, operation) -> operations.put(name, operation.of(rds))));
        return new QueryService(NAMESPACE, operations);
    }
}
