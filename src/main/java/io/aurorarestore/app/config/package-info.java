/**
 * Reads the settings of a deployment, which the template passes as environment variables. Never here: settings of a
 * restore, which come from requests and profiles. Read {@code ServiceConfig}.
 */
package io.aurorarestore.app.config;
