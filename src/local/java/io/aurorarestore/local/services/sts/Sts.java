package io.aurorarestore.local.services.sts;

import io.aurorarestore.local.front.AwsRequest;
import io.aurorarestore.local.front.AwsService;
import io.aurorarestore.local.front.QueryService;
import io.aurorarestore.local.services.Aws;
import java.util.Map;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** STS: tells who calls. Everybody is the user {@code local} of the one account. */
public final class Sts {

    private static final String NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";

    public AwsService service() {
        return new QueryService(NAMESPACE, Map.of("GetCallerIdentity", form -> this::callerIdentity));
    }

    private GetCallerIdentityResponse callerIdentity(AwsRequest request) {
        return GetCallerIdentityResponse.builder()
                .arn("arn:aws:iam::" + Aws.ACCOUNT + ":user/local")
                .userId(request.accessKey())
                .account(Aws.ACCOUNT)
                .build();
    }
}
