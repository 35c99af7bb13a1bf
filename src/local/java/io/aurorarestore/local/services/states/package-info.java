/** Step Functions, as far as waiting tasks and the workflow of the deployment need it. Read {@code StepFunctions}. */
package io.aurorarestore.local.services.states;
