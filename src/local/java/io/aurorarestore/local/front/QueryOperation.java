package io.aurorarestore.local.front;

import software.amazon.awssdk.core.SdkPojo;

/** One operation of a service that speaks AWS's query protocol: reads its parameters, all, before anything is done. */
@FunctionalInterface
public interface QueryOperation {

    Call read(Form form);

    /** What a request comes to. */
    @FunctionalInterface
    interface Call {

        /**
         * @return the SDK's own response
         * @throws AwsException the operation's own errors
         */
        SdkPojo on(AwsRequest request);
    }
}
