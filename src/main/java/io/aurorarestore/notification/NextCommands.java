package io.aurorarestore.notification;

import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.request.RequestDetail;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.restore.Restore;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Lists what may be done once a restore has ended, or was refused, as commands of the AWS CLI. */
final class NextCommands {

    /** A command longer than this is no help: a shell, or EventBridge, would refuse it. */
    private static final int LONGEST = 16_384;

    private NextCommands() {}

    static List<NextCommand> after(Restore restore) {
        NextCommand trail = new NextCommand("to see what was done, step by step", trail(restore.id()));
        return Stream.concat(choices(restore), Stream.of(trail)).toList();
    }

    static List<NextCommand> afterRefusal() {
        return List.of(fromFile("to ask again, with the corrected entries in request.json"));
    }

    private static Stream<NextCommand> choices(Restore restore) {
        return switch (restore.status()) {
            case FAILED -> restore.outcome().abandoned() ? askAgain(restore) : goOnOrGiveUp(restore);
            case ROLLED_BACK, CANCELLED -> askAgain(restore);
            case SUCCEEDED -> restore.outputs().retiresAt().isPresent() ? keepOrDelete(restore) : Stream.empty();
            case RUNNING, ROLLING_BACK -> Stream.empty();
        };
    }

    private static Stream<NextCommand> keepOrDelete(Restore restore) {
        String old = restore.names().setAside();
        return Stream.of(
                new NextCommand("to keep " + old, operation(restore, "Restore Cancel Requested", "keep " + old)),
                new NextCommand(
                        "to delete " + old + " now", operation(restore, "Restore Retire Requested", "not needed")));
    }

    private static Stream<NextCommand> goOnOrGiveUp(Restore restore) {
        return Stream.of(
                new NextCommand(
                        "to let it go on, when the cause is fixed",
                        operation(restore, "Restore Resume Requested", "the cause is fixed")),
                new NextCommand(
                        "to give it up, and its target free",
                        operation(restore, "Restore Abandon Requested", "given up")));
    }

    private static String operation(Restore restore, String detailType, String reason) {
        return PutEventsCommand.command(
                detailType, Map.of("restoreId", restore.id().value(), "reason", reason));
    }

    /** Nobody asks for a retirement: its leftovers say how to delete the old cluster. */
    private static Stream<NextCommand> askAgain(Restore restore) {
        return restore.retires()
                ? Stream.empty()
                : Stream.of(again(restore.accepted().request()));
    }

    private static NextCommand again(RestoreRequest request) {
        String command = PutEventsCommand.command("Restore Requested", RequestDetail.of(request));
        return command.length() <= LONGEST
                ? new NextCommand("to ask for the same again, when the cause is fixed", command)
                : fromFile("to ask for the same again, when the cause is fixed, with the entries in request.json");
    }

    private static NextCommand fromFile(String purpose) {
        return new NextCommand(purpose, "aws events put-events --entries file://request.json");
    }

    private static String trail(RestoreId id) {
        return "aws dynamodb query --table-name AuroraRestoreAudit --key-condition-expression 'restoreId = :id'"
                + " --expression-attribute-values '{\":id\":{\"S\":\"" + id + "\"}}'";
    }
}
