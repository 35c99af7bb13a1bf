/**
 * The HTTP API: routes, parameters, bodies, answers and problem documents. It opens and operates restores and wakes the
 * inbox; it never reconciles. Read {@code Route} first, then {@code Api}.
 */
package io.aurorarestore.lambda.api;
