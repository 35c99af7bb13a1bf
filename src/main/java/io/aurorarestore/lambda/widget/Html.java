package io.aurorarestore.lambda.widget;

import io.aurorarestore.model.text.PlainText;
import io.quarkus.qute.HtmlEscaper;
import java.util.List;

/** Makes texts of strangers safe where HTML is not written by a template. */
final class Html {

    private static final HtmlEscaper ESCAPER = new HtmlEscaper(List.of());

    private Html() {}

    static String escaped(String text) {
        return ESCAPER.map(PlainText.visible(text), null);
    }
}
