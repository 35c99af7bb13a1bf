package io.aurorarestore.local.front;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts the calls that come in over HTTP, by service and operation; what runs in this process is not counted. Keeps what
 * a service has no such operation for, too: a caller may take that answer for one that says that nothing is there.
 */
public final class CallCounter implements Filter {

    private final Map<String, Map<String, LongAdder>> calls = new ConcurrentSkipListMap<>();

    private final Map<String, Map<String, LongAdder>> unknown = new ConcurrentSkipListMap<>();

    @Override
    public AwsResponse apply(AwsRequest request, AwsService next) {
        String operation = next.operation(request);
        count(calls, request.service(), operation);
        if (!next.knows(operation)) {
            count(unknown, request.service(), operation);
        }
        return next.handle(request);
    }

    private static void count(Map<String, Map<String, LongAdder>> where, String service, String operation) {
        where.computeIfAbsent(service, name -> new ConcurrentSkipListMap<>())
                .computeIfAbsent(operation, name -> new LongAdder())
                .increment();
    }

    /** {@code {"rds":{"DescribeDBClusters":3}}}: the calls since the start. */
    public JsonNode toJson() {
        return json(calls);
    }

    /** Those of operations that there are not, in the same form. */
    public JsonNode unknown() {
        return json(unknown);
    }

    private static JsonNode json(Map<String, Map<String, LongAdder>> calls) {
        var all = Json.object();
        calls.forEach((service, operations) -> {
            ObjectNode counts = all.putObject(service);
            operations.forEach((operation, count) -> counts.put(operation, count.sum()));
        });
        return all;
    }
}
