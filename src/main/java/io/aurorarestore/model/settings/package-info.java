/**
 * How a restored cluster and its database are to be, and the profiles that say so. What is empty is left to the next
 * weaker source. Never here: merging the sources, which {@code intake.SettingsResolver} does. Read {@code ClusterSettings}
 * first, then {@code Profile}.
 */
package io.aurorarestore.model.settings;
