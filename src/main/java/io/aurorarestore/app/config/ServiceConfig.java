package io.aurorarestore.app.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The settings of a deployment; the template passes each as an environment variable. */
@ConfigMapping(prefix = "aurora-restore")
public interface ServiceConfig {

    /** The AWS account the service runs in. */
    String account();

    /** A word for the deployment, sent with each notification. */
    @WithDefault("default")
    String environment();

    /** Whether durations are counted by target, too: each target is a few metrics more. */
    @WithDefault("false")
    boolean metricsByTarget();

    /** Table of restores, locks and the index of resources. */
    @WithDefault("AuroraRestoreState")
    String stateTable();

    /** Table of the audit trail. */
    @WithDefault("AuroraRestoreAudit")
    String auditTable();

    /** Table of profiles. */
    @WithDefault("AuroraRestoreConfig")
    String configTable();

    /** Queue that brings events, requests, wake-ups and reports. */
    String inboxUrl();

    /** Queue of the database function's jobs that take seconds. */
    String databaseUrl();

    /** Queue of its jobs that may take hours. */
    String longJobsUrl();

    /** SNS topic for restores that succeeded. */
    String completionTopic();

    /** SNS topic for restores and requests that failed. */
    String errorTopic();

    /** SNS topic for news on the way. */
    String statusTopic();

    /** The event bus that requests come from, and that hears of state changes. */
    String bus();

    /** The VPC of the database function, where it is known: restored clusters must be in it. */
    Optional<String> databaseVpc();

    /** The pattern of the IAM roles that the service may give to restored clusters; {@code -} for none. */
    Optional<String> clusterRolePattern();

    /** The function that the buttons of the dashboard call, where they are to act. */
    Optional<String> dashboardActions();

    /** How long audit entries are kept. */
    @WithDefault("P365D")
    Duration auditRetention();

    /** How the connection to a restored database is secured. */
    Tls tls();

    /** Security of the connection to a restored database. */
    interface Tls {

        /** {@code verify-full} against AWS; {@code disable} only where no one can listen. */
        @WithDefault("verify-full")
        String mode();

        /** A PEM file of the authorities to trust, instead of Amazon's for RDS, which come with the service. */
        Optional<String> ca();
    }
}
