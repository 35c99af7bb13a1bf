/**
 * Runs the packaged function by Lambda's Runtime API, each instance as its own process: batches from SQS, schedules, and
 * the HTTP API. Never here: a class of the service. Read {@code LambdaFunction} first, then {@code RuntimeApi}.
 */
package io.aurorarestore.local.lambda;
