package io.aurorarestore.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;

/**
 * What the threads of a test and of the AWS clients have done so far; DynamoDB Local, in the same process, has threads of
 * its own.
 *
 * @param nanos of the processors' time
 * @param bytes of memory asked for
 */
record ClientWork(long nanos, long bytes) {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static ClientWork sofar() {
        return new ClientWork(sum(THREADS::getThreadCpuTime), sum(THREADS::getThreadAllocatedBytes));
    }

    private static long sum(LongUnaryOperator what) {
        return ours().map(what).filter(known -> known > 0).sum();
    }

    private static LongStream ours() {
        return Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                .filter(Objects::nonNull)
                .filter(one -> isOurs(one.getThreadName()))
                .mapToLong(ThreadInfo::getThreadId);
    }

    private static boolean isOurs(String thread) {
        return thread.equals(Thread.currentThread().getName())
                || thread.startsWith("sdk-")
                || thread.startsWith("aws-java-sdk-");
    }

    ClientWork since(ClientWork before) {
        return new ClientWork(nanos - before.nanos, bytes - before.bytes);
    }
}
