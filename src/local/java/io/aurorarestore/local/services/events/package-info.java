/** EventBridge: buses and the rules of the template, matched by AWS's own event-ruler. Read {@code EventBridge}. */
package io.aurorarestore.local.services.events;
