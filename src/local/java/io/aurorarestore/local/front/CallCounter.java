package io.aurorarestore.local.front;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts the calls that come in over HTTP, by service and operation; what runs in this process is not counted. */
public final class CallCounter implements Filter {

    private final Map<String, Map<String, LongAdder>> calls = new ConcurrentSkipListMap<>();

    @Override
    public AwsResponse apply(AwsRequest request, AwsService next) {
        calls.computeIfAbsent(request.service(), service -> new ConcurrentSkipListMap<>())
                .computeIfAbsent(next.operation(request), operation -> new LongAdder())
                .increment();
        return next.handle(request);
    }

    /** {@code {"rds":{"DescribeDBClusters":3}}}: the calls since the start. */
    public JsonNode toJson() {
        var all = Json.object();
        calls.forEach((service, operations) -> {
            ObjectNode counts = all.putObject(service);
            operations.forEach((operation, count) -> counts.put(operation, count.sum()));
        });
        return all;
    }
}
