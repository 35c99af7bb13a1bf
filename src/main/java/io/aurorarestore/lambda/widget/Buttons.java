package io.aurorarestore.lambda.widget;

import io.aurorarestore.intake.OperatorActions.Operation;
import io.aurorarestore.model.restore.Restore;
import java.util.List;
import java.util.Optional;

/**
 * Writes buttons: CloudWatch makes each of them a call of a function.
 *
 * @param pages the function that shows pages
 * @param actions the function that operates on restores, where there is one
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/add_custom_widget_dashboard_interactivity.html">
 *     Interactivity</a>
 */
record Buttons(String pages, Optional<String> actions) {

    private static final String BUTTON =
            "<a class=\"btn\">%s</a><cwdb-action action=\"call\" display=\"%s\" endpoint=\"%s\"%s>{%s}</cwdb-action>";

    private static final String CALL = "\"restore\": \"%s\", \"operation\": \"%s\", \"version\": \"%d\"";

    String all() {
        return page("All restores", "restore", "");
    }

    /** Of the last restores of its target. */
    String report(Restore restore) {
        return page("Report of its target", "report", restore.target());
    }

    String details(Restore restore) {
        return page("Details", "restore", restore.id().value());
    }

    private String page(String label, String of, String id) {
        return BUTTON.formatted(label, "widget", pages, "", "\"" + of + "\": \"" + id + "\"");
    }

    /** Those that operate on it. */
    List<String> of(Restore restore, List<Operation> offered) {
        return actions.stream()
                .flatMap(function -> offered.stream()
                        .flatMap(one -> Button.of(one, restore))
                        .map(one -> acting(function, one, restore)))
                .toList();
    }

    private static String acting(String function, Button button, Restore restore) {
        return BUTTON.formatted(
                button.label(),
                "popup",
                function,
                " confirmation=\"" + Html.escaped(button.question(restore)) + "\"",
                CALL.formatted(restore.id(), button.code(), restore.version()));
    }
}
