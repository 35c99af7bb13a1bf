/**
 * Evaluates the roles of the deployment template: a call that a role does not permit is refused, as AWS would. Tags count
 * after a lag, if that is wanted. Read {@code Authorization} first, then {@code Permissions}.
 */
package io.aurorarestore.local.iam;
