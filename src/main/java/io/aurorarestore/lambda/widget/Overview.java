package io.aurorarestore.lambda.widget;

import java.util.List;

/**
 * The restores on the page of all.
 *
 * @param failed those that need a person
 * @param retirements those that wait for their day
 * @param ended the latest of the others
 */
record Overview(List<Viewed> failed, List<Viewed> live, List<Viewed> retirements, List<Viewed> ended) {}
