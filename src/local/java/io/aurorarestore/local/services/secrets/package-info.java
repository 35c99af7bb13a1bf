/** Secrets Manager: secrets, versions and their stages. Read {@code SecretsManager}, then {@code SecretStore}. */
package io.aurorarestore.local.services.secrets;
