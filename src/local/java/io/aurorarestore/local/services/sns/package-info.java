/** SNS: topics, subscriptions with filters, and delivery. Read {@code Sns}, then {@code Topics}. */
package io.aurorarestore.local.services.sns;
