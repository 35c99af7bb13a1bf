package io.aurorarestore.local.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CredentialScopeTest {

    @Test
    void is_read_from_the_authorization_header() {
        var headers = Map.of(
                "authorization",
                "AWS4-HMAC-SHA256 Credential=AKID/20261124/us-west-2/rds/aws4_request, SignedHeaders=host, Signature=1");

        assertThat(CredentialScope.of(headers, "")).contains(new CredentialScope("AKID", "us-west-2", "rds"));
    }

    @Test
    void is_read_from_a_presigned_url() {
        String query = "Action=X&X-Amz-Credential=AKID%2F20261124%2Fus-east-1%2Frds%2Faws4_request&X-Amz-Date=1";

        assertThat(CredentialScope.of(Map.of(), query)).contains(new CredentialScope("AKID", "us-east-1", "rds"));
    }

    @Test
    void is_absent_without_a_signature() {
        assertThat(CredentialScope.of(Map.of("authorization", "Basic abc"), "a=%zz"))
                .isEmpty();
    }
}
