/**
 * The calls that change something outside, each as a value: what it creates, how it is described, and how it is carried
 * out on the ports. Every one is safe to carry out twice. Never here: deciding whether to carry one out, which the steps do,
 * or when, which the engine does. Read {@code Command} first, then {@code RestoreCluster}.
 */
package io.aurorarestore.command;
