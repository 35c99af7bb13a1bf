/** Time as the simulated services see it: real and sped up here, virtual in scenarios. Read {@code ServiceTime}. */
package io.aurorarestore.local.time;
