package io.aurorarestore.local.front;

/**
 * Stands before every service for callers from outside: counts, refuses, fails on request. A filter answers itself,
 * throws {@link AwsException}, or passes the request on; {@code next.operation(request)} names the operation.
 */
@FunctionalInterface
public interface Filter {

    AwsResponse apply(AwsRequest request, AwsService next);
}
