package io.aurorarestore.lambda.widget;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.Template;
import io.quarkus.qute.ValueResolvers;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Renders the pages of the widget by Qute's templates, with everything escaped. What a page shows comes as maps, lists and
 * texts, so that nothing is looked up by reflection, which a native image does not have.
 *
 * @see <a href="https://quarkus.io/guides/qute-reference">Qute</a>
 */
final class Templates {

    private static final String RESTORES = "/widget/restores.html";
    private static final String RESTORE = "/widget/restore.html";
    private static final String REPORT = "/widget/report.html";
    private static final String SAGA = "/widget/saga.html";
    private static final String ANSWER = "/widget/answer.html";
    private static final String STYLE = "/widget/style.css";

    private static final Variant HTML = Variant.forContentType(Variant.TEXT_HTML);

    private final Engine engine = Engine.builder()
            .addDefaults()
            .addValueResolver(ValueResolvers.rawResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .strictRendering(true)
            .removeStandaloneLines(true)
            .build();

    private final Template restores = engine.parse(text(RESTORES), HTML);
    private final Template restore = engine.parse(text(RESTORE), HTML);
    private final Template report = engine.parse(text(REPORT), HTML);
    private final Template answer = engine.parse(text(ANSWER), HTML);
    private final String style = text(STYLE);

    /** The part that the pages of all and of one have in common has a name: they include it. */
    Templates() {
        engine.putTemplate("saga", engine.parse(text(SAGA), HTML));
    }

    /** Of all restores. */
    String restores(String theme, Map<String, ?> content) {
        return render(restores, theme, content);
    }

    /** Of one restore. */
    String restore(String theme, Map<String, ?> content) {
        return render(restore, theme, content);
    }

    /** Of a target's last restores. */
    String report(String theme, Map<String, ?> content) {
        return render(report, theme, content);
    }

    /** What came of a click. */
    String answer(String theme, String text) {
        return render(answer, theme, Map.of("text", text));
    }

    private String render(Template template, String theme, Map<String, ?> content) {
        var page = template.instance().data("style", style).data("theme", theme);
        content.forEach(page::data);
        return page.render();
    }

    private static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(Templates.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
