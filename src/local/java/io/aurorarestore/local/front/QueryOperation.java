package io.aurorarestore.local.front;

/** One operation of a service that speaks AWS's query protocol. */
@FunctionalInterface
public interface QueryOperation {

    /**
     * @param result takes what stands within the result element
     * @throws AwsException the operation's own errors
     */
    void answer(AwsRequest request, Form form, Xml result);
}
