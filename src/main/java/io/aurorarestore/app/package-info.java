/**
 * Puts the application together: produces the beans of the engine and the intake, which know no framework, and logs
 * transitions. Nobody may know this package. Never here: a rule. Read {@code Wiring}.
 */
package io.aurorarestore.app;
