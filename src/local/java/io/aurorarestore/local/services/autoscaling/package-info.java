/** Application Auto Scaling: remembers targets, scales nothing. Read {@code ScalableTargets}. */
package io.aurorarestore.local.services.autoscaling;
