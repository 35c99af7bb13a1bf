package io.aurorarestore.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Documented {@code aws} commands that cannot run here, since they are another account's. The AWS CLI is told to send
 * them where nobody listens: that it tries means that there is nothing wrong with the words.
 */
public final class ForeignCommands {

    private static final String TRIED = "Could not connect to the endpoint URL";

    private final CommandLineTools tools;

    public ForeignCommands(CommandLineTools tools) {
        this.tools = tools;
    }

    /** Whether a command says which account it is meant for, by {@code aws --profile NAME}. */
    static boolean isForeign(List<String> command) {
        return command.get(0).equals("aws") && command.indexOf("--profile") == 1 && command.size() > 3;
    }

    /** Those of a page. */
    public static List<List<String>> of(DocPage page) {
        return page.blocks().stream()
                .flatMap(block -> ShellWords.commands(block.text()).stream())
                .filter(ForeignCommands::isForeign)
                .toList();
    }

    /** What the CLI has against commands: of each that it refuses, the command and the reason. */
    public List<String> problems(List<List<String>> commands) throws IOException, InterruptedException {
        List<String> problems = new ArrayList<>();
        for (List<String> command : commands) {
            Process cli = started(command.subList(3, command.size()));
            String said = new String(cli.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            cli.waitFor();
            if (!said.contains(TRIED)) {
                problems.add(String.join(" ", command) + ": " + said.strip());
            }
        }
        return problems;
    }

    private Process started(List<String> words) throws IOException {
        List<String> call = new ArrayList<>(List.of("aws", "--region", "us-east-1"));
        call.addAll(words);
        call.addAll(List.of("--endpoint-url", CommandLineTools.NO_WAY_OUT));
        ProcessBuilder cli = new ProcessBuilder(call).redirectErrorStream(true);
        tools.into(cli.environment());
        cli.environment().put("AWS_MAX_ATTEMPTS", "1");
        cli.environment().put("AWS_ACCESS_KEY_ID", "test");
        cli.environment().put("AWS_SECRET_ACCESS_KEY", "test");
        return cli.start();
    }
}
