package io.aurorarestore.local.rds;

import io.aurorarestore.local.services.Aws;
import java.util.Optional;

/**
 * The ARN of an RDS resource. What follows the fifth colon is the id and may hold colons itself, as an automated
 * snapshot's does: {@code arn:aws:rds:us-east-1:123456789012:cluster-snapshot:rds:orders-2026-11-20-05-10}.
 *
 * @param kind {@code cluster}, {@code db}, {@code cluster-snapshot}, {@code subgrp}, {@code cluster-pg}, {@code pg}
 */
record Arn(String region, String account, String kind, String id) {

    static Optional<Arn> parse(String text) {
        String[] parts = text.split(":", 7);
        return parts.length == 7 && text.startsWith("arn:aws") && parts[2].equals("rds")
                ? Optional.of(new Arn(parts[3], parts[4], parts[5], parts[6]))
                : Optional.empty();
    }

    /** The id that an id or an ARN names. */
    static String id(String idOrArn) {
        return parse(idOrArn).map(Arn::id).orElse(idOrArn);
    }

    @Override
    public String toString() {
        return String.join(":", "arn", Aws.partition(region), "rds", region, account, kind, id);
    }
}
