package io.aurorarestore.docs.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * {@code aws SERVICE OPERATION --parameter value …}, with the exit codes of the AWS CLI. Pages of an answer are not
 * followed.
 *
 * @see <a href="https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-returncodes.html">Exit codes</a>
 */
public final class AwsStandIn {

    private static final int WRONG_USAGE = 252;
    private static final int NO_ANSWER = 253;
    private static final int REFUSED = 254;

    private final PrintStream out;
    private final PrintStream err;

    AwsStandIn(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        System.exit(new AwsStandIn(System.out, System.err).run(List.of(arguments)));
    }

    int run(List<String> arguments) {
        try {
            CommandLine command = CommandLine.of(arguments);
            print(command, answer(command));
            return 0;
        } catch (IllegalArgumentException e) {
            return failed(WRONG_USAGE, e);
        } catch (AwsServiceException e) {
            return failed(REFUSED, e);
        } catch (SdkException e) {
            return failed(NO_ANSWER, e);
        }
    }

    private static JsonNode answer(CommandLine command) {
        SdkService.Operation operation = SdkService.named(command.service()).operation(command.operation());
        return operation.call(operation.request(command.options()), command);
    }

    private void print(CommandLine command, JsonNode answer) {
        JsonNode wanted =
                command.global("query").map(Query::parse).orElse(all -> all).apply(answer);
        if (command.global("output").orElse("json").equals("text")) {
            out.print(TextOutput.of(wanted));
        } else if (!answer.isEmpty()) {
            out.println(wanted.toPrettyString());
        }
    }

    private int failed(int code, RuntimeException cause) {
        err.println("aws (stand-in): " + cause.getMessage());
        return code;
    }
}
