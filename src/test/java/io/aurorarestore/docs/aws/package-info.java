/**
 * A stand-in for the AWS CLI, for machines that have none: enough of it to run the documentation's commands against the
 * local AWS. Operations, parameters and answers are those of the AWS SDK's own model, so that every service whose client
 * is on the class path can be called.
 */
package io.aurorarestore.docs.aws;
