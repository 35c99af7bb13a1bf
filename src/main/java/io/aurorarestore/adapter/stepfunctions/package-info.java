/**
 * Answers the Step Functions executions that wait for a restore. A task token is a secret and never shows. Read
 * {@code StepFunctionsWorkflows}.
 */
package io.aurorarestore.adapter.stepfunctions;
