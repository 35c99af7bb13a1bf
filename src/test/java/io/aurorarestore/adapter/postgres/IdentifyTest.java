package io.aurorarestore.adapter.postgres;

import static io.aurorarestore.adapter.postgres.RestoredOrders.run;
import static io.aurorarestore.adapter.postgres.Restoring.await;
import static io.aurorarestore.adapter.postgres.Restoring.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.StepOutputs;
import io.aurorarestore.model.settings.Grant;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.Database.Report;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifyTest {

    private static RestoredOrders orders;

    @BeforeAll
    static void start() throws Exception {
        orders = new RestoredOrders();
    }

    @AfterAll
    static void stop() {
        orders.close();
    }

    @Test
    void our_own_data_is_known() {
        Restore restore = Restoring.of(orders).restore();
        await(orders.database().configure(restore));

        assertThat(await(orders.database().identify(restore)))
                .isEqualTo(new Report(
                        "the endpoint answers as restore " + restore.id() + ", its certificate is for localhost, "
                                + RestoredOrders.ENDPOINT,
                        List.of()));
    }

    @Test
    void the_data_of_another_restore_is_not_ours_yet() {
        Restore ours = Restoring.of(orders).restore();
        await(orders.database().configure(ours));
        Restore others = Restoring.of(orders).restore();
        await(orders.database().configure(others));

        assertThat(notYet(ours)).hasMessageContaining("restore " + others.id());
    }

    @Test
    void data_that_says_nothing_of_where_it_came_from_is_not_ours_yet() throws SQLException {
        try (Connection master = orders.master()) {
            run(master, "CREATE DATABASE bare");
        }

        assertThat(notYet(Restoring.of(orders).in("bare").restore())).hasMessageContaining("aurora_restore.provenance");
    }

    @Test
    void what_others_write_for_an_id_is_not_told() throws SQLException {
        Restore restore = Restoring.of(orders).restore();
        await(orders.database().configure(restore));
        try (Connection master = orders.master()) {
            run(master, "UPDATE aurora_restore.provenance SET restore_id = 'hunter2'");
        }

        assertThat(notYet(restore)).hasMessage("The endpoint answers as an unknown restore.");
    }

    @Test
    void a_cluster_without_our_database_is_not_ours_yet() {
        assertThat(notYet(Restoring.of(orders).in("no_such_database").restore()))
                .hasMessageContaining("no_such_database");
    }

    @Test
    void a_password_that_the_cluster_does_not_know_is_refused_and_may_come() {
        Restore restore = Restoring.of(orders).staged("{\"username\":\"postgres\",\"password\":\"hunter2\"}");

        assertThat(notYet(restore))
                .hasMessage("Database orders cannot be opened as postgres: invalid_password (28P01)")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void where_nobody_listens_somebody_may_come() throws IOException {
        ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        int port = socket.getLocalPort();
        socket.close();
        Restore restore = Restoring.of(orders).at(port).restore("select true");

        for (var work : List.of(
                orders.database().configure(restore),
                orders.database().verify(restore),
                orders.database().identify(restore))) {
            CallFailedException failed = failure(work);
            assertThat(failed.kind()).isEqualTo(CallFailedException.Kind.RETRY);
            assertThat(failed).hasMessageContaining("does not answer");
        }
    }

    @Test
    void an_endpoint_that_is_not_known_yet_may_come() {
        Restore restore = Restoring.of(orders).restore().with(StepOutputs.NONE);

        assertThat(failure(orders.database().identify(restore)).kind()).isEqualTo(CallFailedException.Kind.RETRY);
    }

    @Test
    void a_role_whose_secret_is_missing_is_never_made() {
        Restore restore =
                Restoring.of(orders).withSecret("app/missing", Grant.READ_ONLY).restore();

        assertThat(unusable(failure(orders.database().configure(restore)))).hasMessageContaining("app/missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2", "{\"password\":\"hunter2\"}", "{\"username\":\"app\",\"pass\":\"hunter2\"}"})
    void a_role_whose_secret_is_no_login_is_never_made(String value) {
        orders.secrets().put("app/odd", value);
        Restore restore =
                Restoring.of(orders).withSecret("app/odd", Grant.READ_ONLY).restore();

        assertThat(unusable(failure(orders.database().configure(restore))))
                .hasMessageContaining("app/odd")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void a_master_secret_without_our_version_does_not_come_by_waiting() {
        Restore restore = Restoring.of(orders).unstaged("select true");

        for (var work : List.of(
                orders.database().configure(restore),
                orders.database().verify(restore),
                orders.database().identify(restore))) {
            assertThat(unusable(failure(work))).hasMessageContaining(restore.masterSecret());
        }
    }

    @Test
    void a_master_secret_that_is_no_login_is_unusable() {
        Restore restore = Restoring.of(orders).staged("hunter2");

        assertThat(unusable(failure(orders.database().identify(restore)))).hasMessageNotContaining("hunter2");
    }

    private static CallFailedException notYet(Restore restore) {
        CallFailedException failed = failure(orders.database().identify(restore));
        assertThat(failed.kind()).isEqualTo(CallFailedException.Kind.RETRY);
        assertThat(failed.failure().code()).isEqualTo(FailureCode.ENDPOINT_UNVERIFIED);
        return failed;
    }

    private static CallFailedException unusable(CallFailedException failed) {
        assertThat(failed.kind()).isEqualTo(CallFailedException.Kind.FATAL);
        assertThat(failed.failure().code()).isEqualTo(FailureCode.SECRET_UNUSABLE);
        return failed;
    }
}
