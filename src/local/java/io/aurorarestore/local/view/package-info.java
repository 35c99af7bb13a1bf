/**
 * Shows restores on a terminal, or line by line, from what the tables hold. It reads, and changes nothing. Read
 * {@code RestoreFollower}.
 */
package io.aurorarestore.local.view;
