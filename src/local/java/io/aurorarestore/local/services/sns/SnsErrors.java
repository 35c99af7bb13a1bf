package io.aurorarestore.local.services.sns;

import io.aurorarestore.local.front.AwsException;

/** SNS's own errors. */
final class SnsErrors {

    private SnsErrors() {}

    static AwsException invalid(String what) {
        return AwsException.badRequest("InvalidParameter", "Invalid parameter: " + what);
    }

    static AwsException notFound(String what) {
        return new AwsException(404, "NotFound", what + " does not exist");
    }
}
