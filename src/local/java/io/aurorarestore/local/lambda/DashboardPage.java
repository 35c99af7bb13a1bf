package io.aurorarestore.local.lambda;

import com.sun.net.httpserver.HttpExchange;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.front.SendingPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/**
 * A CloudWatch dashboard with one custom widget, as a page that refreshes itself. What CloudWatch asks in a box before it
 * makes a call, this asks on a page of its own: it needs no script.
 */
final class DashboardPage {

    private static final String FRAME = """
            <!doctype html><html lang="en"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1"><title>Aurora Restore</title><style>
            body { background: #fff; color: #0f141a; font: 14px/1.5 sans-serif; margin: 0 auto; max-width: 1400px; padding: 0 8px }
            body.dark { background: #0f1b2a; color: #d1d5db }
            header { align-items: baseline; display: flex; justify-content: space-between; padding: 8px }
            h1 { font-size: 20px; margin: 0 }
            form { padding: 8px }
            a, button { color: #0972d3 }
            .dark a, .dark button { color: #539fe5 }
            .btn { background: none; border: 1px solid; border-radius: 16px; cursor: pointer; display: inline-block; font: inherit;
              font-weight: bold; margin: 4px 4px 4px 0; padding: 1px 14px; text-decoration: none }
            .btn:hover { text-decoration: underline }
            </style></head><body class="{style}"><header><h1>Aurora Restore</h1><p>{pause}{theme}</p></header>
            <main>{shown}</main></body></html>
            """;

    /** In seconds, until it is asked for again. */
    private static final String PAUSE = "3";

    private static final int LONGEST_FORM = 1000;

    private final LambdaFunction widget;
    private final Optional<LambdaFunction> actions;
    private final boolean open;

    /**
     * @param actions what its buttons call, if they call anything
     * @param open whether the API at the same address answers who does not sign
     */
    DashboardPage(LambdaFunction widget, Optional<LambdaFunction> actions, boolean open) {
        this.open = open;
        this.widget = widget;
        this.actions = actions;
    }

    /** No page of another site may click here, and no program either: a browser says which one sends a form. */
    void answer(HttpExchange exchange) throws IOException {
        if (!"POST".equals(exchange.getRequestMethod())) {
            String query = exchange.getRequestURI().getRawQuery();
            page(exchange, PageQuery.of(query == null ? "" : query));
        } else if (SendingPage.isHere(exchange)) {
            byte[] form = exchange.getRequestBody().readNBytes(LONGEST_FORM);
            clicked(exchange, PageQuery.of(new String(form, StandardCharsets.US_ASCII)));
        } else {
            HttpApi.answer(exchange, 403, "Forbidden");
        }
    }

    private static void write(HttpExchange exchange, Optional<String> html) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().set("Content-Security-Policy", "frame-ancestors 'none'");
        HttpApi.write(exchange, html.isPresent() ? 200 : 500, html.orElse("The function of the widget failed.\n"));
    }

    private void page(HttpExchange exchange, PageQuery query) throws IOException {
        Optional<WidgetHtml> shown = answer(widget, query);
        Optional<WidgetHtml.Asked> asked = shown.flatMap(html -> html.asked(query));
        if (asked.isEmpty() && !query.paused()) {
            refresh(exchange, "");
        }
        write(
                exchange,
                shown.map(
                        html -> framed(query, asked.map(one -> one.form(query)).orElseGet(() -> html.linked(query)))));
    }

    /** What came of it is shown for a moment, then the restore. */
    private void clicked(HttpExchange exchange, PageQuery query) throws IOException {
        refresh(exchange, ";url=" + query.back());
        write(
                exchange,
                actions.flatMap(function -> answer(function, query)).map(html -> framed(query, html.linked(query))));
    }

    private static void refresh(HttpExchange exchange, String where) {
        exchange.getResponseHeaders().set("Refresh", PAUSE + where);
    }

    private Optional<WidgetHtml> answer(LambdaFunction function, PageQuery query) {
        try {
            InvocationResult result = function.invoke(query.event()).get();
            return result.failed()
                    ? Optional.empty()
                    : Optional.of(new WidgetHtml(
                            Json.read(new String(result.payload(), StandardCharsets.UTF_8))
                                    .asText(),
                            open));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.empty();
        }
    }

    private static String framed(PageQuery query, String shown) {
        PageQuery paused = query.with("pause", query.paused() ? "no" : "yes");
        PageQuery turned = query.with("theme", query.dark() ? "light" : "dark");
        return FRAME.replace("{style}", query.dark() ? "dark" : "light")
                .replace("{pause}", WidgetHtml.link(query.paused() ? "Go on" : "Pause", paused.back()))
                .replace("{theme}", WidgetHtml.link(query.dark() ? "Light" : "Dark", turned.back()))
                .replace("{shown}", shown);
    }
}
