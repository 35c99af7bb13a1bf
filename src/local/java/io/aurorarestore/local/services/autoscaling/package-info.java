/** Application Auto Scaling: remembers targets and their policies, scales nothing. Read {@code ScalableTargets}. */
package io.aurorarestore.local.services.autoscaling;
