package io.aurorarestore.local.rds.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.rds.model.DbClusterAlreadyExistsException;
import software.amazon.awssdk.services.rds.model.InsufficientDbInstanceCapacityException;
import software.amazon.awssdk.services.rds.model.RdsException;

class FaultsOverHttpTest {

    private static final String PATH = "/_local/faults";

    private final WireRds here = new WireRds();

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void so_many_calls_fail_and_then_the_operation_works() {
        order("{'service':'rds','operation':'CreateDBInstance','error':'InsufficientDBInstanceCapacity','times':2}");

        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> here.create("second", "orders"))
                    .isInstanceOfSatisfying(InsufficientDbInstanceCapacityException.class, error -> {
                        assertThat(error.statusCode()).isEqualTo(400);
                        assertThat(error.requestId()).isNotEmpty();
                    });
        }
        assertThat(here.east.describeDBInstances().dbInstances()).hasSize(1);
        here.create("second", "orders");
    }

    @Test
    void one_call_in_any_region_fails_if_nothing_is_said() {
        order("{'service':'rds','operation':'DescribeDBClusters','error':'AccessDenied','message':'not you'}");

        assertThatThrownBy(() -> here.west.describeDBClusters()).isInstanceOfSatisfying(RdsException.class, error -> {
            assertThat(error.statusCode()).isEqualTo(403);
            assertThat(error.awsErrorDetails().errorMessage()).isEqualTo("not you");
        });
        assertThat(here.west.describeDBClusters().dbClusters()).isEmpty();
    }

    @Test
    void throttling_is_what_the_sdk_takes_for_throttling() {
        order("{'service':'rds','operation':'DescribeDBClusters','error':'Throttling','times':100}");

        assertThatThrownBy(() -> here.cluster("orders")).isInstanceOfSatisfying(RdsException.class, error -> {
            assertThat(error.isThrottlingException()).isTrue();
            assertThat(error.statusCode()).isEqualTo(400);
        });
    }

    @Test
    void a_call_may_do_its_work_before_it_fails() {
        order("{'service':'rds','operation':'RestoreDBClusterFromSnapshot','error':'InternalFailure','after':true}");

        assertThatThrownBy(() -> here.restore("drill")).isInstanceOf(DbClusterAlreadyExistsException.class);
        assertThat(here.cluster("drill").status()).isEqualTo("creating");
    }

    @Test
    void accepted_work_may_end_in_a_status_that_was_asked_for() {
        order("{'service':'rds','operation':'RestoreDBClusterFromSnapshot','status':'migration-failed'}");
        here.restore("drill");
        here.settle();

        assertThat(here.cluster("drill").status()).isEqualTo("migration-failed");
    }

    @Test
    void faults_are_listed_until_they_are_used_up_or_cleared() {
        order("{'service':'rds','operation':'DescribeDBClusters','error':'InvalidAction','times':2}");
        order("{'service':'rds','operation':'RestoreDBClusterFromSnapshot','status':'failed'}");
        assertThatThrownBy(() -> here.cluster("orders")).isInstanceOf(RdsException.class);
        assertThat(here.http.get(PATH).at("/0/times").asInt()).isEqualTo(1);

        assertThat(here.http.delete(PATH).statusCode()).isEqualTo(200);

        assertThat(here.http.get(PATH)).isEmpty();
        here.restore("drill");
        here.settle();
        assertThat(here.cluster("drill").status()).isEqualTo("available");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[1]                                                               | must be a JSON object",
                "{                                                                 | not valid JSON",
                "{'operation':'DescribeDBClusters','error':'X'}                    | service is missing",
                "{'service':'rds','error':'X'}                                     | operation is missing",
                "{'service':'rds','operation':'DescribeDBClusters'}                | either error or status",
                "{'service':'s3','operation':'GetObject','error':'X'}              | no service s3; there is: rds",
                "{'service':'rds','operation':'DescribeNothing','error':'X'}       | no operation DescribeNothing",
                "{'service':'rds','operation':'DescribeEvents','error':'X','n':1}  | unknown field n",
                "{'service':'rds','operation':'DescribeEvents','error':1}          | error must be a string",
                "{'service':'rds','operation':'DescribeEvents','error':'X','times':0} | times must be a number",
                "{'service':'rds','operation':'DescribeEvents','error':'X','after':1} | after must be true or false",
                "{'service':'rds','operation':'StopDBCluster','status':'x','after':true} | status goes without",
            })
    void a_wrong_order_is_told_what_is_wrong(String body, String description) {
        var answer = here.http.post(PATH, body.replace('\'', '"'));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).startsWith("{\"error\":").contains(description);
    }

    private void order(String body) {
        assertThat(here.http.post(PATH, body.replace('\'', '"')).statusCode()).isEqualTo(200);
    }
}
