package io.aurorarestore.local.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.EventSink;
import io.aurorarestore.local.front.LocalEndpoint;
import io.aurorarestore.local.time.ServiceTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What may happen to RDS's events on their way, which AWS calls best effort: {@code POST /_local/events} has them lost,
 * doubled, late or out of order from then on, {@code DELETE} ends that. Nothing does unless it is asked for.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/working-with-events.html">Order and
 *     existence of events</a>
 */
public final class RoughDelivery implements EventSink {

    private static final String PATH = "/_local/events";

    private final ServiceTime timeline;
    private final EventSink next;
    private final List<ObjectNode> waiting = new ArrayList<>();
    private Roughness roughness = Roughness.NONE;
    private Random random = new Random(Roughness.NONE.seed());

    /** @param next takes what is delivered */
    public RoughDelivery(ServiceTime timeline, EventSink next) {
        this.timeline = timeline;
        this.next = next;
    }

    public void on(LocalEndpoint endpoint) {
        endpoint.route("POST", PATH, call -> deliver(RoughnessOrder.read(call.body())));
        endpoint.route("DELETE", PATH, call -> deliver(Roughness.NONE));
    }

    private synchronized JsonNode deliver(Roughness wanted) {
        roughness = wanted;
        random = new Random(wanted.seed());
        return wanted.toJson();
    }

    @Override
    public void emit(ObjectNode event) {
        Roughness now = roughness();
        int copies = copies(now);
        for (int copy = 0; copy < copies; copy++) {
            send(event, now);
        }
    }

    private void send(ObjectNode event, Roughness now) {
        if (now.shuffle()) {
            hold(event);
            timeline.after(now.waits(), () -> next.emit(anyOfTheWaiting()));
        } else {
            timeline.after(now.waits(), () -> next.emit(event));
        }
    }

    private synchronized Roughness roughness() {
        return roughness;
    }

    private synchronized int copies(Roughness now) {
        boolean dropped = random.nextDouble() < now.drop();
        boolean doubled = random.nextDouble() < now.duplicate();
        return dropped ? 0 : doubled ? 2 : 1;
    }

    private synchronized void hold(ObjectNode event) {
        waiting.add(event);
    }

    /** One is let go for each that came in, so that all get out. */
    private synchronized ObjectNode anyOfTheWaiting() {
        return waiting.remove(random.nextInt(waiting.size()));
    }
}
