package io.aurorarestore.restore;

/** A user and how it logs in. */
public record Credentials(String username, Sensitive password) {}
