package io.aurorarestore.local.rds;

import java.util.Map;

/**
 * A subnet group or a parameter group: a name to refer to; of what it holds a VPC's id is all that there is.
 *
 * @param family of a parameter group, for instance {@code aurora-postgresql17}; empty for a subnet group
 * @param vpc of a subnet group; empty for a parameter group
 */
public record Group(Kind kind, String name, String family, String vpc, String arn, Map<String, String> tags) {

    /** Which sort of group. */
    public enum Kind {
        SUBNET("subgrp"),
        CLUSTER_PARAMETER("cluster-pg"),
        PARAMETER("pg");

        private final String arnKind;

        Kind(String arnKind) {
            this.arnKind = arnKind;
        }

        String arnKind() {
            return arnKind;
        }

        String key(String name) {
            return arnKind + ":" + name;
        }
    }
}
