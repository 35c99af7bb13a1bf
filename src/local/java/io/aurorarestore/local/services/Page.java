package io.aurorarestore.local.services;

import io.aurorarestore.local.front.AwsException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, as AWS's {@code NextToken} turns them.
 *
 * @param next the token of the next page, {@code null} on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /**
     * @param token where to go on, {@code null} or empty for the start
     * @param badToken the error a token that is none of ours ends in
     */
    public static <T> Page<T> of(List<T> all, String token, int size, AwsException badToken) {
        int from = start(token, all.size(), badToken);
        int to = Math.min(from + size, all.size());
        return new Page<>(List.copyOf(all.subList(from, to)), to < all.size() ? "from-" + to : null);
    }

    private static int start(String token, int size, AwsException badToken) {
        if (token == null || token.isEmpty()) {
            return 0;
        }
        if (!token.matches("from-\\d{1,9}")) {
            throw badToken;
        }
        return Math.min(size, Integer.parseInt(token.substring("from-".length())));
    }
}
