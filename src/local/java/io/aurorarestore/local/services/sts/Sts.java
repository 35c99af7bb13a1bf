package io.aurorarestore.local.services.sts;

import io.aurorarestore.local.front.AwsRequest;
import io.aurorarestore.local.front.AwsService;
import io.aurorarestore.local.front.Form;
import io.aurorarestore.local.front.QueryService;
import io.aurorarestore.local.front.Xml;
import io.aurorarestore.local.services.Aws;
import java.util.Map;

/** STS: tells who calls. Everybody is the user {@code local} of the one account. */
public final class Sts {

    private static final String NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";

    public AwsService service() {
        return new QueryService(NAMESPACE, Map.of("GetCallerIdentity", this::getCallerIdentity));
    }

    private void getCallerIdentity(AwsRequest request, Form form, Xml result) {
        result.text("Arn", "arn:aws:iam::" + Aws.ACCOUNT + ":user/local")
                .text("UserId", request.accessKey())
                .text("Account", Aws.ACCOUNT);
    }
}
