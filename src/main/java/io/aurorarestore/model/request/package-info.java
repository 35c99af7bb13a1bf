/**
 * What is asked for, by whom, and what was accepted of it. Never here: reading it from JSON ({@code json}), or deciding
 * whether it is permitted ({@code intake}). Read {@code RestoreRequest} first, then {@code AcceptedRequest}.
 */
package io.aurorarestore.model.request;
