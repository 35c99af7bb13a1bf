package io.aurorarestore.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.local.Eventually;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.rds.model.Tag;

/**
 * The dashboard's page as people see it, in Chromium, and skipped where there is none. Its pictures are those of the docs:
 * {@code ./mvnw verify -Ppictures}.
 */
@TestMethodOrder(OrderAnnotation.class)
@ExtendWith(SharedAws.Resolver.class)
class DashboardIT {

    private static final Path PICTURES = Path.of("target/pictures");

    /** Those that the docs show, by their names there. */
    private static final Map<String, String> SHOWN =
            Map.of("live-1400-light", "live", "failed-1400-light", "restores", "restore-1400-dark", "restore");

    private static final String SOURCE = "\"source\": {\"cluster\": \"orders-prod\", \"region\": \"us-west-2\"}";

    @TempDir
    private static Path profile;

    private static Chromium browser;
    private static UserAccount account;

    @BeforeAll
    static void open(SharedAws shared) throws Exception {
        Path executable = Chromium.found().orElse(null);
        if (executable == null) {
            System.out.println("SKIPPED: the dashboard is not looked at, for there is no chromium on PATH");
        }
        Assumptions.assumeTrue(executable != null, "the dashboard in a browser: no chromium on PATH");
        account = shared.account();
        browser = Chromium.start(executable, profile);
        browser.size(1400, 900);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    @Order(1)
    void a_restore_is_watched_from_start_to_end_on_a_page_that_refreshes_itself() throws Exception {
        browser.open(account.api() + "/");
        account.request("{\"target\": \"orders-seen\", " + SOURCE + "}");

        Eventually.that(
                () -> assertThat(card("orders-seen", "[aria-current=step]")).isNotEmpty());
        browser.open(account.api() + "/?restore=" + id("orders-seen"));
        Eventually.that(() -> assertThat(text("h3")).contains("SUCCEEDED"));

        browser.open(account.api() + "/?restore=" + id("orders-seen") + "&pause=yes");
        assertThat(text(".path")).contains("CopySnapshot (done)", "SetAsideOld (skipped)");
        assertThat(text(".timeline")).contains("RestoreCluster", "CreateInstances");
        assertThat(text("main")).contains("restore snapshot", "built in");
    }

    @Test
    @Order(2)
    void one_that_fails_shows_its_code_its_advice_and_what_to_run_next() throws Exception {
        account.profile("dashboard-strict", "{\"checks\": [\"select false\"]}");
        account.request("{\"target\": \"orders-unseen\", \"profile\": \"dashboard-strict\", " + SOURCE + "}");
        browser.open(account.api() + "/");

        Eventually.that(() -> assertThat(card("orders-unseen", ".failure"))
                .contains("VERIFICATION_FAILED", "Look at the restored data"));
        Eventually.that(() -> assertThat(card("orders-unseen", ".next")).contains("aws events put-events"));
        browser.open(account.api() + "/?pause=yes&theme=light");
        picture("failed-1400-light");
    }

    @Test
    @Order(3)
    void one_that_waits_for_somebody_shows_for_whom_and_how_far_that_is() throws Exception {
        account.profile("dashboard-hooked", "{\"hooks\": [{\"name\": \"mask\", \"after\": \"ConfigureDatabase\"}]}");
        account.request("{\"target\": \"orders-live\", \"profile\": \"dashboard-hooked\", " + SOURCE + "}");
        browser.open(account.api() + "/");
        Eventually.that(() -> assertThat(card("orders-live", "dl")).contains("hook mask"));

        URI hook = URI.create(account.api() + "/restores/" + id("orders-live") + "/hooks/mask");
        HttpRequest progress = HttpRequest.newBuilder(hook)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"percent\": 40}"))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(progress, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(202);
        Eventually.that(() -> assertThat(card("orders-live", ".dim")).contains("hook mask"));
        assertThat(card("orders-live", ".path")).contains("ConfigureDatabase (done)", "VerifyRestore (it is here)");
        browser.open(account.api() + "/?restore=" + id("orders-live") + "&pause=yes");
        assertThat(text("main")).contains("Calls of AWS", "rds:CreateDBInstance", "rds:DescribeDBClusters");
    }

    @Test
    @Order(4)
    void a_cluster_that_is_to_be_deleted_is_kept_by_a_click() throws Exception {
        allow("orders-seen");
        account.profile("dashboard-later", "{\"retirement\": \"delete-after: P2D\"}");
        account.request("{\"target\": \"orders-seen\", \"requestId\": \"dashboard-swap\", \"replace\": \"swap\","
                + " \"profile\": \"dashboard-later\", " + SOURCE + "}");
        browser.open(account.api() + "/");
        String old = "ar-orders-seen-";
        Eventually.that(() -> assertThat(card(old, "p")).contains("is deleted on"));

        browser.open(account.api() + "/?pause=yes&theme=light");
        picture("live-1400-light");
        String keep = browser.value(card(old) + ".querySelector('a[href*=keep]').href")
                .asText();
        browser.open(keep);
        assertThat(text("h2")).startsWith("Keep " + old);
        browser.value("document.querySelector('button').click()");
        Eventually.that(() -> assertThat(text("main")).contains("It is kept."));

        browser.open(account.api() + "/");
        Eventually.that(() -> assertThat(card(old, "p")).isEmpty());
        assertThat(account.audit(keep.replaceAll(".*restore=(\\w+).*", "$1")))
                .filteredOn(entry -> entry.get("what").s().equals("cancelled"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.get("by").s()).isEqualTo("the dashboard"));
    }

    @ParameterizedTest
    @Order(5)
    @CsvSource({"400, light", "400, dark", "1400, light", "1400, dark"})
    void nothing_runs_over_and_nothing_keeps_anybody_from_using_it(int width, String theme) throws Exception {
        browser.size(width, 900);
        browser.theme(theme);
        String look = "&pause=yes&theme=" + theme;
        Map<String, String> pages = Map.of(
                "restores", "/?" + look,
                "restore", "/?restore=" + id("orders-seen") + look,
                "waiting", "/?restore=" + id("orders-live") + look,
                "report-inside", "/?report=orders-seen" + look,
                "report", "/targets/orders-seen/report");
        for (Map.Entry<String, String> page : pages.entrySet()) {
            browser.open(account.api() + page.getValue());

            assertThat(browser.value("document.documentElement.scrollWidth").asInt())
                    .as(page.getKey())
                    .isLessThanOrEqualTo(width);
            assertThat(violations()).as(page.getKey()).isEmpty();
            picture(page.getKey() + "-" + width + "-" + theme);
        }
    }

    @Test
    @Order(6)
    void a_live_restore_is_cancelled_by_a_click_after_a_question() throws Exception {
        browser.open(account.api() + "/?pause=yes");
        browser.open(browser.value(card("orders-live") + ".querySelector('a[href*=cancel]').href")
                .asText());
        assertThat(text("h2")).startsWith("Cancel the restore of orders-live?");
        browser.value("document.querySelector('button').click()");
        Eventually.that(() -> assertThat(text("main")).contains("It is cancelled"));

        browser.open(account.api() + "/?restore=" + id("orders-live"));
        Eventually.that(() -> assertThat(text("h3")).contains("CANCELLED"));
        browser.open(
                browser.value("document.querySelector('a[href$=report]').href").asText());
        assertThat(text("h1")).isEqualTo("Rehearsal report: orders-live");
    }

    /** In the folder of the docs, too, where that is named. */
    private static void picture(String name) throws IOException {
        browser.picture(PICTURES.resolve(name + ".png"));
        String docs = System.getProperty("pictures", "");
        if (!docs.isEmpty() && SHOWN.containsKey(name)) {
            browser.picture(Path.of(docs, SHOWN.get(name) + ".png"));
        }
    }

    /** What axe-core finds, each with where it is. */
    private static String violations() throws IOException {
        try (InputStream axe = DashboardIT.class.getResourceAsStream("/axe.min.js")) {
            browser.value(new String(Objects.requireNonNull(axe).readAllBytes(), StandardCharsets.UTF_8));
        }
        return browser.value("axe.run().then(found => found.violations.map(one => one.id + ': '"
                        + " + one.nodes.map(node => node.html + node.failureSummary).join(', ')).join('\\n'))")
                .asText();
    }

    private static void allow(String target) {
        account.rds(UserAccount.HOME)
                .addTagsToResource(tag -> tag.resourceName("arn:aws:rds:us-east-1:123456789012:cluster:" + target)
                        .tags(Tag.builder()
                                .key("aurora-restore:allowed")
                                .value("true")
                                .build()));
    }

    private static String id(String target) {
        return account.restoreOf(target).get("id").s();
    }

    /** The part of the page that is of a target. */
    private static String card(String target) {
        return "[...document.querySelectorAll('section')].find(one => one.innerText.startsWith('" + target + "'))";
    }

    /** What is said in it, empty without it. */
    private static String card(String target, String selector) {
        return said(browser.value(card(target) + "?.querySelector('" + selector + "')?.textContent"));
    }

    private static String text(String selector) {
        return said(browser.value("document.querySelector('" + selector + "')?.textContent"));
    }

    private static String said(JsonNode text) {
        return text.asText("");
    }
}
