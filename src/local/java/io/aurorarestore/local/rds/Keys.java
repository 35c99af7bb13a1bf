package io.aurorarestore.local.rds;

import io.aurorarestore.local.services.Aws;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * KMS keys by what a call may name them: id, alias or ARN. Every key of the region is taken to exist and to be usable;
 * one of another region is not.
 */
final class Keys {

    private static final Pattern ARN = Pattern.compile("arn:aws[a-z-]*:kms:([a-z0-9-]+):\\d{12}:(key|alias)/.+");

    private Keys() {}

    static String resolve(RegionState site, String key) {
        Matcher arn = ARN.matcher(key);
        if (arn.matches()) {
            if (!arn.group(1).equals(site.region())) {
                throw RdsRefusals.key(key);
            }
            return key;
        }
        String name = key.startsWith("alias/") ? key : "key/" + key;
        return String.join(
                ":",
                "arn",
                Aws.partition(site.region()),
                "kms",
                site.region(),
                site.world().account(),
                name);
    }
}
