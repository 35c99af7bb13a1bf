/** Lets calls fail on request, with AWS's own error codes. Read {@code RequestedFaults}. */
package io.aurorarestore.local.faults;
