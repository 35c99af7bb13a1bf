package io.aurorarestore.local.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.Json;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A CloudWatch dashboard with one custom widget, as a page that refreshes itself: asks the widget's function for HTML, and
 * makes links of the calls that CloudWatch would make on a click.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/add_custom_widget_dashboard_interactivity.html">
 *     Interactivity</a>
 */
final class DashboardPage {

    private static final Pattern CALL =
            Pattern.compile("<a class=\"btn\">([^<]*)</a>\\s*<cwdb-action[^>]*>\\s*(\\{[^<]*})\\s*</cwdb-action>");

    private static final Pattern RESTORE = Pattern.compile("(?:^|&)restore=([a-z0-9]{1,40})(?:&|$)");

    private static final String FRAME = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
            + "<meta name=\"viewport\" content=\"width=device-width\"><meta http-equiv=\"refresh\" content=\"3\">"
            + "<title>Aurora Restore</title></head><body style=\"margin:0\"><main>%s</main></body></html>\n";

    private final LambdaFunction widget;

    DashboardPage(LambdaFunction widget) {
        this.widget = widget;
    }

    /**
     * @param query of the page's address
     * @return empty where the function fails
     */
    Optional<String> html(String query) throws InterruptedException {
        ObjectNode event = Json.object();
        Matcher asked = RESTORE.matcher(query);
        if (asked.find()) {
            event.put("restore", asked.group(1));
        }
        try {
            InvocationResult result = widget.invoke(event.toString().getBytes(StandardCharsets.UTF_8))
                    .get();
            return result.failed() ? Optional.empty() : Optional.of(framed(result));
        } catch (ExecutionException e) {
            return Optional.empty();
        }
    }

    private static String framed(InvocationResult result) {
        String shown =
                Json.read(new String(result.payload(), StandardCharsets.UTF_8)).asText();
        return FRAME.formatted(CALL.matcher(shown).replaceAll(DashboardPage::link));
    }

    private static String link(MatchResult call) {
        String restore = Json.read(call.group(2)).path("restore").asText();
        String address = restore.isEmpty() ? "/" : "/?restore=" + restore;
        return Matcher.quoteReplacement("<a class=\"btn\" href=\"" + address + "\">" + call.group(1) + "</a>");
    }
}
