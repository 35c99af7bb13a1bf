package io.aurorarestore.local.front;

/** A service with one filter before it. */
record Filtered(Filter filter, AwsService next) implements AwsService {

    @Override
    public AwsResponse handle(AwsRequest request) {
        return filter.apply(request, next);
    }

    @Override
    public String operation(AwsRequest request) {
        return next.operation(request);
    }
}
