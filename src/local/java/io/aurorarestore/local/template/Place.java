package io.aurorarestore.local.template;

/**
 * Where a template is read for.
 *
 * @param endpoint of the local AWS, for instance {@code http://localhost:4566}
 */
public record Place(String region, String account, String endpoint) {

    String queueUrl(String name) {
        return endpoint + "/" + account + "/" + name;
    }
}
