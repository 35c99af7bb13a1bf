package io.aurorarestore.local.rds;

/**
 * Where RDS keeps the master passwords that it manages: the local Secrets Manager, or nowhere in tests on virtual time.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-secrets-manager.html">Password
 *     management with Aurora and Secrets Manager</a>
 */
public interface ManagedSecrets {

    /** Keeps nothing; its secrets have names only. */
    ManagedSecrets NOWHERE = new ManagedSecrets() {
        @Override
        public String create(NewSecret secret) {
            return "arn:aws:secretsmanager:%s:123456789012:secret:%s-AbCdEf".formatted(secret.region(), secret.name());
        }

        @Override
        public void delete(String region, String arn) {}
    };

    /** Makes a secret and gives its ARN. */
    String create(NewSecret secret);

    /** Deletes a secret for good; one that is gone already is fine. */
    void delete(String region, String arn);

    /**
     * A secret to make.
     *
     * @param cluster the ARN of the cluster that it is of
     */
    record NewSecret(String region, String name, String cluster, String kmsKeyId, String user, String password) {

        /** Says whose it is, but not the password. */
        @Override
        public String toString() {
            return "NewSecret[%s, %s of %s]".formatted(region, name, cluster);
        }
    }
}
