package io.aurorarestore.local.services.events;

import java.util.List;

/** @param pattern the event pattern, JSON */
record Rule(String name, String arn, String pattern, List<Target> targets) {}
