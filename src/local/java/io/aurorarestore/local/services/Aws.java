package io.aurorarestore.local.services;

/** The account of everything in the local AWS. */
public final class Aws {

    public static final String ACCOUNT = "123456789012";

    private Aws() {}

    /** {@code arn:aws:SERVICE:REGION:123456789012:RESOURCE}. */
    public static String arn(String service, String region, String resource) {
        return String.join(":", "arn", "aws", service, region, ACCOUNT, resource);
    }
}
