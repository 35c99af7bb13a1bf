package io.aurorarestore.docs;

import io.aurorarestore.docs.aws.CommandLine;
import io.aurorarestore.docs.aws.SdkService;
import java.util.List;

/** Documented {@code aws} commands that cannot run here, since they are another account's. */
final class AwsCommands {

    private AwsCommands() {}

    /** Whether a command says which account it is meant for, by {@code aws --profile NAME}. */
    static boolean isElsewhere(List<String> command) {
        return isAws(command) && command.indexOf("--profile") == 1;
    }

    private static boolean isAws(List<String> command) {
        return command.get(0).equals("aws");
    }

    /** What is wrong with it, as far as that can be known without running it. */
    static List<String> problems(List<String> command) {
        return isAws(command) ? checked(CommandLine.of(command.subList(1, command.size()))) : List.of();
    }

    private static List<String> checked(CommandLine line) {
        try {
            if (SdkService.isKnown(line.service())) {
                SdkService.named(line.service()).operation(line.operation()).request(line.options());
            }
            return List.of();
        } catch (IllegalArgumentException e) {
            return List.of(e.getMessage());
        }
    }
}
