/**
 * Stages, activates and drops master passwords, and reads credentials. A secret's value never reaches a message, a log
 * or an error. Never here: the password of RDS's own managed secrets, which RDS makes itself. Read
 * {@code SecretsManagerMasterSecrets} first, then {@code SecretErrors}.
 */
package io.aurorarestore.adapter.secretsmanager;
