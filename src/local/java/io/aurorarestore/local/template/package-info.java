/**
 * Reads the deployment template: resources, parameters and CloudFormation's functions. What is deployed and what is
 * simulated so come from one text. Read {@code Template} first, then {@code Resolver}.
 */
package io.aurorarestore.local.template;
