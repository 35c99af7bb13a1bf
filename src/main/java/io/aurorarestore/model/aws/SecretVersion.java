package io.aurorarestore.model.aws;

import java.util.Optional;

/**
 * A version of a secret, never its value.
 *
 * @param id empty where it cannot be seen
 */
public record SecretVersion(String arn, Optional<String> id) {}
