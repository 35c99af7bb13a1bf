package io.aurorarestore.local.services.secrets;

import io.aurorarestore.local.front.AwsException;

/** Secrets Manager's own errors. */
final class SecretsErrors {

    private SecretsErrors() {}

    static AwsException notFound(String what) {
        return AwsException.badRequest("ResourceNotFoundException", "Secrets Manager can't find the specified " + what);
    }

    static AwsException invalidParameter(String message) {
        return AwsException.badRequest("InvalidParameterException", message);
    }

    static AwsException invalidRequest(String message) {
        return AwsException.badRequest("InvalidRequestException", message);
    }

    static AwsException exists(String message) {
        return AwsException.badRequest("ResourceExistsException", message);
    }
}
