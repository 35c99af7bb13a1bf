package io.aurorarestore.adapter;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.awscore.client.builder.AwsAsyncClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.config.SdkAdvancedAsyncClientOption;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.SdkEventLoopGroup;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.utils.ThreadFactoryBuilder;

/**
 * Provides the connections and threads that the SDK clients share: each client would otherwise bring a dozen threads
 * of its own.
 */
@Singleton
public class SharedTransport {

    private static final int THREADS = 4;

    /** Waiting for a connection counts towards the call's time, which ends it: on a busy machine nothing else should. */
    private static final Duration ACQUISITION = Duration.ofSeconds(60);

    private final SdkEventLoopGroup events =
            SdkEventLoopGroup.builder().numberOfThreads(THREADS).build();
    private final SdkAsyncHttpClient connections = NettyNioAsyncHttpClient.builder()
            .eventLoopGroup(events)
            .connectionAcquisitionTimeout(ACQUISITION)
            .build();
    private final ScheduledExecutorService timeouts = Executors.newScheduledThreadPool(1, threads("aws-timeouts"));
    private final ExecutorService answers = answers();

    /** A client that shares; closing it leaves the rest as it is. */
    public <B extends AwsAsyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(
            B builder, String region, Duration call, Duration attempt) {
        return builder.region(Region.of(region))
                .httpClient(connections)
                // Not the pool itself: closing a client would end it.
                .asyncConfiguration(async -> async.advancedOption(
                        SdkAdvancedAsyncClientOption.FUTURE_COMPLETION_EXECUTOR, task -> answers.execute(task)))
                .overrideConfiguration(limits -> limits.scheduledExecutorService(timeouts)
                        .apiCallTimeout(call)
                        .apiCallAttemptTimeout(attempt))
                .build();
    }

    private static ExecutorService answers() {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                THREADS, THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads("aws-answers"));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static ThreadFactory threads(String prefix) {
        return new ThreadFactoryBuilder()
                .threadNamePrefix(prefix)
                .daemonThreads(true)
                .build();
    }

    @PreDestroy
    public void close() {
        connections.close();
        events.eventLoopGroup().shutdownGracefully(0, 1, TimeUnit.SECONDS);
        timeouts.shutdownNow();
        answers.shutdown();
    }
}
