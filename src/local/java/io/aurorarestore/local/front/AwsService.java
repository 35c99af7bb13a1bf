package io.aurorarestore.local.front;

/** One AWS service behind the local endpoint. Called from many threads at once. */
public interface AwsService {

    AwsResponse handle(AwsRequest request);

    /** The operation asked for, for the count of calls and for faults on request, for instance {@code PutItem}. */
    String operation(AwsRequest request);
}
