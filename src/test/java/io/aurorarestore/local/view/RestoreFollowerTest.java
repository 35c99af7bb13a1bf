package io.aurorarestore.local.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RestoreFollowerTest implements ServiceTables, RestoreFollower.Ends {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Map<String, Map<String, String>> items = new LinkedHashMap<>();
    private final Map<String, List<AuditLine>> audits = new LinkedHashMap<>();
    private final List<String> heard = new ArrayList<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final RestoreFollower progress =
            new RestoreFollower(this, new PlainLines(new PrintStream(bytes, true, StandardCharsets.UTF_8)), this);

    @Test
    void every_restore_is_followed_from_its_opening_to_its_end_whenever_it_is_opened() {
        restore("a", "RUNNING", "LocateSource done");
        look();
        restore("b", "RUNNING", "LocateSource running");
        restore("a", "SUCCEEDED", "PromoteNew done", "PromoteNew announced");
        look();
        restore("b", "SUCCEEDED", "LocateSource done", "LocateSource announced");
        look();
        restore("c", "RUNNING", "Preflight running");
        look();

        assertThat(heard).containsExactly("opened a", "ended a", "opened b", "ended b", "opened c");
        assertThat(said())
                .containsExactly(
                        "Restore a of target-a:",
                        "✓ LocateSource",
                        "✓ PromoteNew",
                        "end of a",
                        "Restore b of target-b:",
                        "… LocateSource",
                        "✓ LocateSource",
                        "end of b",
                        "Restore c of target-c:",
                        "… Preflight");
        assertThat(progress.allEnded()).isFalse();
    }

    @Test
    void lines_of_two_restores_that_go_on_at_a_time_say_whose_they_are() {
        restore("a", "RUNNING", "Preflight running");
        restore("b", "RUNNING", "Preflight running");
        look();
        restore("a", "RUNNING", "Preflight done");
        look();

        assertThat(said())
                .containsExactly(
                        "Restore a of target-a:",
                        "… Preflight",
                        "Restore b of target-b:",
                        "… Preflight",
                        "Restore a of target-a:",
                        "✓ Preflight");
    }

    @Test
    void a_restore_that_failed_is_followed_again_when_it_is_resumed() {
        restore("a", "FAILED", "Preflight failed", "Preflight announced");
        look();
        assertThat(progress.allEnded()).isTrue();
        restore("a", "RUNNING", "Preflight running");
        look();
        assertThat(progress.allEnded()).isFalse();
        restore("a", "SUCCEEDED", "Preflight done", "Preflight announced");
        look();

        assertThat(said())
                .containsExactly(
                        "Restore a of target-a:",
                        "✗ Preflight",
                        "end of a",
                        "Restore a of target-a, resumed:",
                        "… Preflight",
                        "✓ Preflight",
                        "end of a");
    }

    @Test
    void what_a_step_says_of_itself_is_shown_while_it_goes_on() {
        restore("a", "RUNNING", "Preflight running");
        look();
        items.put("a", Map.of("id", "a", "status", "RUNNING", "target", "target-a", "doing", "script mask (1 of 2)"));
        look();
        restore("a", "RUNNING", "Preflight done");
        look();

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines().filter(line -> line.contains("script mask (1 of 2)")))
                .singleElement()
                .asString()
                .contains("… Preflight");
    }

    @Test
    void nothing_is_said_twice() {
        restore("a", "RUNNING", "Preflight running");
        look();
        List<String> once = said();
        look();

        assertThat(said()).isEqualTo(once);
    }

    private void look() {
        progress.look();
    }

    /** Of lines the part without times. */
    private List<String> said() {
        return bytes.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replaceAll(" +\\d+\\.\\d s.*", "").strip())
                .toList();
    }

    private void restore(String id, String status, String... entries) {
        items.put(id, Map.of("id", id, "status", status, "target", "target-" + id));
        List<AuditLine> audit = audits.computeIfAbsent(id, none -> new ArrayList<>());
        for (String entry : entries) {
            String[] parts = entry.split(" ");
            audit.add(new AuditLine(audit.size() + 1, START, parts[0], parts[1], "", ""));
        }
    }

    @Override
    public List<AuditLine> audit(String restoreId) {
        return List.copyOf(audits.get(restoreId));
    }

    @Override
    public List<Map<String, String>> restores() {
        return List.copyOf(items.values());
    }

    @Override
    public void opened(Map<String, String> restore) {
        heard.add("opened " + restore.get("id"));
    }

    @Override
    public String ended(Map<String, String> restore) {
        heard.add("ended " + restore.get("id"));
        return "end of " + restore.get("id");
    }
}
