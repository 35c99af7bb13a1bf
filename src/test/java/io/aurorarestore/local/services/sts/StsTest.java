package io.aurorarestore.local.services.sts;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.local.LocalClients;
import io.aurorarestore.local.front.LocalEndpoint;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sts.StsClient;

class StsTest {

    @Test
    void everybody_is_in_the_one_account() {
        try (var endpoint = new LocalEndpoint(0, "-Dlocal.port")) {
            endpoint.serve("sts", new Sts().service());
            endpoint.start();

            var identity = new LocalClients(endpoint)
                    .in("us-east-1", StsClient.builder())
                    .getCallerIdentity();

            assertThat(identity.account()).isEqualTo("123456789012");
            assertThat(identity.userId()).isEqualTo("someone");
        }
    }
}
