package io.aurorarestore.local.front;

/** One AWS service behind the local endpoint. Called from many threads at once. */
public interface AwsService {

    AwsResponse handle(AwsRequest request);

    /** The operation asked for, for the count of calls and for faults on request, for instance {@code PutItem}. */
    String operation(AwsRequest request);

    /** Whether there is such an operation; a service that cannot tell says yes to every name that could be one. */
    default boolean knows(String operation) {
        return operation.matches("[A-Z][A-Za-z0-9]+");
    }
}
