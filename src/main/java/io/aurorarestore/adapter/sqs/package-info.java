/**
 * Sends the service's messages to itself: wake-ups, database jobs and reports. Never here: receiving them, which is
 * Lambda's and {@code lambda}'s. Read {@code Queues}.
 */
package io.aurorarestore.adapter.sqs;
