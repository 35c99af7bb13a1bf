package io.aurorarestore.model.request;

import io.aurorarestore.model.text.Sensitive;

/** A user and how it logs in. */
public record Credentials(String username, Sensitive password) {}
