/**
 * Thousands of random worlds that try to break the engine: everything outside it is simulated, in one thread, on virtual
 * time, from one seed. The rules that must hold are here as well, and engines that are wrong on purpose, to test the rules.
 * Read {@code docs/simulation.md} first, then {@code SimulatedWorld} and {@code Invariants}.
 */
package io.aurorarestore.simulation;
