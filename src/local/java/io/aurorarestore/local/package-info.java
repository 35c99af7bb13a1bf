/**
 * The local AWS: one program, without Docker, that serves what the deployment template describes and runs the packaged
 * functions against it. It is used by {@code ./mvnw -Plocal} and by end-to-end tests. Never here: a class of the service;
 * the two meet over the wire. Read {@code LocalMain} first, then {@code LocalAws}.
 */
package io.aurorarestore.local;
