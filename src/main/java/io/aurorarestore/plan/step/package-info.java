/**
 * The steps, one class each: what it wants to have described, what it decides by that, and how it is undone. Pure: a step
 * calls nobody and waits for nothing, and each starts from what is there, so it can be repeated. Never here: a {@code Uni},
 * a clock, or a framework. Read {@code SetAsideOld} first, then {@code DatabaseStep}.
 */
package io.aurorarestore.plan.step;
