/** Delivers RDS's events badly on request: lost, doubled, late or shuffled, from a seed. Read {@code RoughDelivery}. */
package io.aurorarestore.local.delivery;
