package io.aurorarestore.local.rds;

import java.util.Map;
import java.util.TreeMap;

/** A subnet group or a parameter group: a name to refer to; nothing of what it holds is simulated. */
public final class Group {

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

    private final Kind kind;
    private final String name;
    private final String family;
    private final String arn;
    private final Map<String, String> tags = new TreeMap<>();

    Group(Kind kind, String name, String family, Arn arn) {
        this.kind = kind;
        this.name = name;
        this.family = family;
        this.arn = arn.toString();
    }

    public Kind kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    /** A parameter group's family, for instance {@code aurora-postgresql17}; empty for a subnet group. */
    public String family() {
        return family;
    }

    public String arn() {
        return arn;
    }

    Map<String, String> tags() {
        return tags;
    }
}
