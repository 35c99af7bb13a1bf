package io.aurorarestore.adapter.rds;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.adapter.SharedTransport;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.local.LocalClients;
import io.aurorarestore.local.front.AwsException;
import io.aurorarestore.local.front.AwsRequest;
import io.aurorarestore.local.front.AwsResponse;
import io.aurorarestore.local.front.AwsService;
import io.aurorarestore.local.front.LocalEndpoint;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.CallFailedException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.rds.RdsAsyncClient;

/** Sources in other regions: a request names them, so there is no telling how many. */
class OtherRegionsTest {

    private static final Map<String, String> SETTINGS =
            Map.of("aws.accessKeyId", "someone", "aws.secretAccessKey", "secret");

    private final LocalEndpoint endpoint = new LocalEndpoint(0, "-Dlocal.port");
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private final SharedTransport transport = new SharedTransport();
    private RdsAsyncClient athome;
    private RdsClients clients;

    @BeforeEach
    void start() {
        endpoint.serve("rds", new Refusing());
        endpoint.start();
        SETTINGS.forEach(System::setProperty);
        System.setProperty("aws.endpointUrl", endpoint.uri().toString());
        athome = new LocalClients(endpoint).async(TestData.HOME.region(), RdsAsyncClient.builder());
        clients = new RdsClients(TestData.HOME, athome, transport);
    }

    @AfterEach
    void stop() {
        SETTINGS.keySet().forEach(System::clearProperty);
        System.clearProperty("aws.endpointUrl");
        clients.close();
        athome.close();
        transport.close();
        endpoint.close();
    }

    @Test
    void any_number_of_made_up_regions_takes_a_few_threads() {
        failure("us-begin-1");
        int before = Thread.activeCount();

        for (int number = 0; number < 25 * RegionClients.MOST; number++) {
            assertThat(failure("us-madeup" + number + "-1").failure().code()).isEqualTo(FailureCode.GONE);
        }

        assertThat(Thread.activeCount() - before).isLessThan(20);
        assertThat(asked).hasSize(25 * RegionClients.MOST + 1);
    }

    @Test
    void many_regions_at_once_are_all_asked() {
        List<CompletableFuture<CallFailedException>> failures = new ArrayList<>();
        for (int number = 0; number < 5 * RegionClients.MOST; number++) {
            failures.add(CompletableFuture.supplyAsync(failureOf("us-madeup" + number + "-1")));
        }

        assertThat(failures)
                .allSatisfy(failed -> assertThat(failed.join().failure().code()).isEqualTo(FailureCode.GONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mars", "us-west-2.example.com", "us-west-2/", "evil.example.com#us-west-2", ""})
    void what_is_no_region_of_the_partition_is_not_asked(String name) {
        CallFailedException failed = failure(name);

        assertThat(failed.kind()).isEqualTo(Kind.FATAL);
        assertThat(failed.failure().code()).isEqualTo(FailureCode.INVALID_REQUEST);
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cn-north-1", "us-gov-west-1", "eusc-de-east-1"})
    void a_region_of_another_partition_has_no_snapshot_for_us(String name) {
        CallFailedException failed = failure(name);

        assertThat(failed.kind()).isEqualTo(Kind.FATAL);
        assertThat(failed.failure().code()).isEqualTo(FailureCode.SNAPSHOT_NOT_FOUND);
        assertThat(failed).hasMessageContaining("this service in aws:");
        assertThat(asked).isEmpty();
    }

    @Test
    void a_region_that_is_not_there_is_said_to_be_so() {
        endpoint.close();

        CallFailedException failed = failure("us-nowhere-1");

        assertThat(failed.kind()).isEqualTo(Kind.UNANSWERED);
        assertThat(failed.failure().code()).isEqualTo(FailureCode.REGION_UNREACHABLE);
        assertThat(failed).hasMessage("RDS in region us-nowhere-1 does not answer.");
    }

    private Supplier<CallFailedException> failureOf(String region) {
        return () -> failure(region);
    }

    private CallFailedException failure(String region) {
        return clients.call(
                        region,
                        "DescribeDBClusters",
                        rds -> rds.describeDBClusters(ask -> ask.dbClusterIdentifier("some")))
                .replaceWith(() -> (CallFailedException) null)
                .onFailure(CallFailedException.class)
                .recoverWithItem(failed -> failed)
                .await()
                .indefinitely();
    }

    /** Counts who is asked. */
    private final class Refusing implements AwsService {

        @Override
        public AwsResponse handle(AwsRequest request) {
            asked.merge(request.region(), 1, Integer::sum);
            throw new AwsException(404, "DBClusterNotFoundFault", "There is none.");
        }

        @Override
        public String operation(AwsRequest request) {
            return "DescribeDBClusters";
        }
    }
}
