package io.aurorarestore.local.rds;

import java.time.Instant;
import java.util.Map;

/** Something that RDS says has happened to one of its resources, in its region. */
public record EmittedEvent(
        EventKind kind, String sourceId, String sourceArn, String message, Instant date, Map<String, String> tags) {}
