package io.aurorarestore.local.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.local.front.AwsException;
import io.aurorarestore.local.front.AwsRequest;
import io.aurorarestore.local.front.AwsResponse;
import io.aurorarestore.local.front.AwsService;
import io.aurorarestore.local.front.Filter;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.front.LocalCall;
import io.aurorarestore.local.front.LocalEndpoint;
import io.aurorarestore.local.rds.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Failures on request for whoever calls over HTTP, in every region: {@code POST /_local/faults} adds one, {@code GET}
 * lists those that are still to come, {@code DELETE} clears them.
 */
public final class RequestedFaults implements Filter {

    private static final String PATH = "/_local/faults";
    private static final String RDS = "rds";
    private static final int ERROR = 400;

    private final List<Fault> faults = new ArrayList<>();
    private final LocalEndpoint endpoint;
    private final Faults ofRds;

    private RequestedFaults(LocalEndpoint endpoint, Faults ofRds) {
        this.endpoint = endpoint;
        this.ofRds = ofRds;
    }

    /** @param ofRds takes the statuses that RDS's accepted work is to end in */
    public static void on(LocalEndpoint endpoint, Faults ofRds) {
        RequestedFaults faults = new RequestedFaults(endpoint, ofRds);
        endpoint.filter(faults);
        endpoint.route("POST", PATH, faults::add);
        endpoint.route("GET", PATH, call -> faults.toJson());
        endpoint.route("DELETE", PATH, call -> faults.clear());
    }

    @Override
    public AwsResponse apply(AwsRequest request, AwsService next) {
        String operation = next.operation(request);
        raise(request.service(), operation, false);
        AwsResponse answer = next.handle(request);
        if (answer.status() < ERROR) {
            raise(request.service(), operation, true);
        }
        return answer;
    }

    private void raise(String service, String operation, boolean worked) {
        taken(service, operation, worked).map(Fault::raised).ifPresent(RequestedFaults::fail);
    }

    private static void fail(AwsException error) {
        throw error;
    }

    private synchronized Optional<Fault> taken(String service, String operation, boolean worked) {
        Optional<Fault> hit = faults.stream()
                .filter(fault -> fault.hits(service, operation, worked))
                .findFirst();
        hit.ifPresent(fault -> {
            faults.set(faults.indexOf(fault), fault.once());
            faults.removeIf(one -> one.times() == 0);
        });
        return hit;
    }

    private JsonNode add(LocalCall call) {
        Fault fault = FaultOrder.read(call.body());
        check(fault);
        String status = fault.status();
        if (status == null) {
            keep(fault);
        } else {
            IntStream.range(0, fault.times()).forEach(time -> ofRds.failNext(fault.operation(), status));
        }
        return fault.toJson();
    }

    private void check(Fault fault) {
        AwsService service = endpoint.service(fault.service())
                .orElseThrow(() -> new IllegalArgumentException(
                        "no service " + fault.service() + "; there is: " + String.join(", ", endpoint.services())));
        if (!service.knows(fault.operation())) {
            throw new IllegalArgumentException(
                    "the local %s has no operation %s".formatted(fault.service(), fault.operation()));
        }
        if (fault.status() != null && !fault.service().equals(RDS)) {
            throw new IllegalArgumentException("status is for rds only");
        }
    }

    private synchronized void keep(Fault fault) {
        faults.add(fault);
    }

    private synchronized JsonNode toJson() {
        return Json.tree(faults.stream().map(Fault::toJson).toList());
    }

    private synchronized JsonNode clear() {
        faults.clear();
        ofRds.clear();
        return Json.object();
    }
}
