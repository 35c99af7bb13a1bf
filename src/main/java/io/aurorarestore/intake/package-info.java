/**
 * Accepts what people and programs ask for: opens restores, examines dry runs, carries out operators' actions. Both
 * doors, events and HTTP, come here. Never here: JSON or HTTP, and no call that changes RDS. Read {@code Intake} first, then
 * {@code Admission}.
 */
package io.aurorarestore.intake;
