package io.aurorarestore.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.engine.TestData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** RDS's events on their way to the inbox, which some never reach, and others late or twice. */
final class EventDelivery {

    private static final Duration LATE = Duration.ofHours(2);
    private static final Duration USUAL = Duration.ofSeconds(20);
    private static final String RENAMED = "Renamed cluster from ";

    private final SimulatedWorld world;

    EventDelivery(SimulatedWorld world) {
        this.world = world;
    }

    void happened(ObjectNode event) {
        WorldShape.Messages shape = world.shape.messages();
        Trouble trouble = world.trouble;
        String description = event.at("/detail/Message").asText();
        InFlightMessage.Happened message = new InFlightMessage.Happened(
                description, arns(event.at("/detail/SourceArn").asText(), description));
        if (trouble.strikes(shape.foreign())) {
            send(foreign(message), USUAL);
        }
        if (trouble.strikes(shape.eventLost())) {
            return;
        }
        send(message, trouble.strikes(shape.eventLate()) ? LATE : USUAL);
        if (trouble.strikes(shape.eventAgain())) {
            send(message, LATE);
        }
    }

    private void send(InFlightMessage message, Duration atMost) {
        Duration atLeast = world.shape.messages().event();
        world.time.after(atLeast.plus(world.chance.upTo(atMost)), () -> world.mail.send(message));
    }

    /** A rename concerns both names. */
    private static List<String> arns(String arn, String description) {
        List<String> arns = new ArrayList<>(List.of(arn));
        if (description.startsWith(RENAMED)) {
            for (String name : description.substring(RENAMED.length()).split(" to ", 2)) {
                arns.add(TestData.HOME.clusterArn(name));
            }
        }
        return arns;
    }

    /** Of a resource that is none of ours. */
    private static InFlightMessage foreign(InFlightMessage.Happened event) {
        return new InFlightMessage.Happened(
                event.description(), List.of(event.arns().get(0) + "-of-somebody-else"));
    }
}
