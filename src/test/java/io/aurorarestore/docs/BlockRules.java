package io.aurorarestore.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Sees to it that no command hides from being run. Commands stand in blocks tagged {@code sh}, which are run, or are
 * {@code ./mvnw} commands, which are held against the build. What cannot run here (a deployment, another account) stands
 * in {@code text}, and only a few commands may.
 */
public final class BlockRules {

    private static final Set<String> OTHER_SHELLS =
            Set.of("bash", "zsh", "shell", "console", "terminal", "shell-session", "shellsession", "command");
    private static final Set<String> COMMANDS = Set.of(
            "$",
            "aws",
            "curl",
            "wget",
            "mvnw",
            "mvn",
            "java",
            "bash",
            "export",
            "cd",
            "git",
            "psql",
            "jq",
            "python",
            "python3",
            "pip",
            "npm",
            "cdk",
            "terraform",
            "unzip",
            "sudo",
            "sam",
            "docker",
            "gh",
            "native-image");
    private static final Set<String> NOT_HERE = Set.of("sam", "terraform", "cdk", "docker", "gh", "native-image");
    private static final Pattern INLINE = Pattern.compile("`(\\./mvnw [^`]+)`");
    private static final Pattern LOCAL_OPTION = Pattern.compile("-D(local\\.[a-z.-]*[a-z])");

    private final MavenCommands maven = new MavenCommands();

    /** What breaks the rules in a page, each with its place. */
    public List<String> problems(DocPage page) {
        List<String> problems = new ArrayList<>();
        page.blocks().forEach(block -> problems.addAll(block(page, block)));
        INLINE.matcher(page.text())
                .results()
                .forEach(command -> problems.addAll(at(page, maven.problems(ShellWords.of(command.group(1))))));
        LOCAL_OPTION
                .matcher(page.text())
                .results()
                .map(option -> option.group(1))
                .filter(option -> !maven.isLocalOption(option))
                .forEach(option -> problems.add(page + ": the local AWS has no option " + option));
        return problems;
    }

    private static List<String> at(DocPage page, List<String> problems) {
        return problems.stream().map(problem -> page + ": " + problem).toList();
    }

    private List<String> block(DocPage page, CodeBlock block) {
        if (OTHER_SHELLS.contains(block.tag())) {
            return List.of(block.place() + ": tag it sh, so that it is run, not " + block.tag());
        }
        List<List<String>> commands = ShellWords.commands(block.text()).stream()
                .filter(BlockRules::looksLikeCommand)
                .toList();
        return commands.stream()
                .flatMap(command -> command(page, block, command).stream())
                .map(problem -> block.place() + ": " + problem)
                .toList();
    }

    private List<String> command(DocPage page, CodeBlock block, List<String> command) {
        if (command.get(0).equals(MavenCommands.MAVEN)) {
            return maven.problems(command);
        }
        if (block.isShell()) {
            return List.of();
        }
        boolean may = mayStandIn(block) && !page.isAnswer(block) && notHere(command);
        return may ? List.of() : List.of("not run, as it is not tagged sh: " + String.join(" ", command));
    }

    private static boolean mayStandIn(CodeBlock block) {
        return block.fenced() && block.tag().equals("text");
    }

    /** Needs a real account, or tools that are not asked for. */
    private static boolean notHere(List<String> command) {
        return NOT_HERE.contains(command.get(0)) || ForeignCommands.isForeign(command);
    }

    private static boolean looksLikeCommand(List<String> words) {
        return COMMANDS.contains(words.get(0)) || words.get(0).matches("\\.{0,2}/\\S+\\.sh|\\./\\S+");
    }
}
