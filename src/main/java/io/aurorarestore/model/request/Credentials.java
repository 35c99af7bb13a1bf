package io.aurorarestore.model.request;

import io.aurorarestore.model.text.Sensitive;

/** The name and password of a database user. */
public record Credentials(String username, Sensitive password) {}
