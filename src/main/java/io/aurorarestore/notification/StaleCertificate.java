package io.aurorarestore.notification;

import io.aurorarestore.model.FailureCode;

/**
 * Words the warning of a promoted cluster whose certificate is for other hosts than its endpoint: those that it was
 * made with.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Modifying.html">Changing the name</a>
 */
public final class StaleCertificate {

    private StaleCertificate() {}

    /** With the command that renews it: the AWS CLI cannot wait for a stopped cluster by itself. */
    public static String warning(String cluster, String host) {
        return warning(cluster, host, "");
    }

    /** After a renewal: RDS does not say when it issues another. */
    public static String warningAfterRenewal(String cluster, String host) {
        return warning(cluster, host, ", although the cluster was stopped and started");
    }

    private static String warning(String cluster, String host, String although) {
        String name = " --db-cluster-identifier " + cluster;
        return FailureCode.CERTIFICATE_STALE + ": The certificate of cluster " + cluster + " is not for " + host
                + although
                + ": clients that verify the host name refuse it. To renew it, while the cluster serves nobody for some"
                + " minutes: aws rds stop-db-cluster" + name + "; until [ \"$(aws rds describe-db-clusters" + name
                + " --query 'DBClusters[0].Status' --output text)\" = stopped ]; do sleep 20; done;"
                + " aws rds start-db-cluster" + name;
    }
}
