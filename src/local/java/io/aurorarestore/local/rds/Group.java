package io.aurorarestore.local.rds;

import java.util.Map;
import java.util.TreeMap;

/** A subnet group or a parameter group: a name to refer to; of what it holds a VPC's id is all that there is. */
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
    private final String vpc;
    private final String arn;
    private final Map<String, String> tags = new TreeMap<>();

    Group(Kind kind, String name, String family, String vpc, Arn arn) {
        this.kind = kind;
        this.name = name;
        this.family = family;
        this.vpc = vpc;
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

    /** A subnet group's VPC; empty for a parameter group. */
    public String vpc() {
        return vpc;
    }

    public String arn() {
        return arn;
    }

    Map<String, String> tags() {
        return tags;
    }
}
