package io.aurorarestore.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.local.WorkFolder;
import io.aurorarestore.local.postgres.OrdersSeed.Day;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServerTest {

    private PostgresDataPlane plane;
    private final Socket taken = new Socket();

    @BeforeEach
    void layDown() throws Exception {
        plane = new PostgresDataPlane(WorkFolder.of("postgres"));
        OrdersSeed seed = new OrdersSeed(plane);
        seed.prepare();
        seed.layDown(Day.OCTOBER, "cluster-EARLY");
        seed.layDown(Day.LIVE, "cluster-LATE");
        taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterEach
    void remove() throws Exception {
        taken.close();
        plane.close();
    }

    @Test
    void a_port_that_another_program_took_meanwhile_is_passed_over() throws Exception {
        int free = Server.freePort();
        Iterator<Integer> ports = List.of(taken.getLocalPort(), free).iterator();

        Server server = start(ports::next);
        try {
            assertThat(server.port()).isEqualTo(free);
            server.admin("orders").close();
        } finally {
            server.stop(true);
        }
    }

    @Test
    void the_answer_of_another_server_that_knows_the_same_password_is_not_taken_for_its_own() throws Exception {
        plane.start("cluster-EARLY", List.of("localhost")).toCompletableFuture().join();
        int early = plane.scratch("cluster-EARLY").port().orElseThrow();
        Iterator<Integer> ports = List.of(early, Server.freePort()).iterator();

        Server server = start(ports::next);
        try {
            assertThat(server.port()).isNotEqualTo(early);
        } finally {
            server.stop(true);
        }
    }

    @Test
    void where_every_port_is_taken_it_says_so() {
        assertThatThrownBy(() -> start(taken::getLocalPort))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("PostgreSQL does not start: FATAL: could not create any TCP/IP sockets");
    }

    private Server start(Server.Ports ports) throws Exception {
        return Server.start(plane.installation(), plane.layDown("cluster-LATE"), List.of(), ports);
    }
}
