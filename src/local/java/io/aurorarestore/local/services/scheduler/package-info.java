/** The schedules of the template, which pass as fast as the local AWS's time. Read {@code Scheduler}. */
package io.aurorarestore.local.services.scheduler;
