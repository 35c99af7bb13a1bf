package io.aurorarestore.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WidgetHtmlTest {

    private static final String HTML = """
            <p><a class="btn">Details</a><cwdb-action action="call" display="widget" endpoint="f">{"restore": "abc"}</cwdb-action>
            <a class="btn">All</a><cwdb-action action="call" display="widget" endpoint="f">{"restore": ""}</cwdb-action>
            <a class="btn">Keep</a><cwdb-action action="call" display="popup" endpoint="g" confirmation="Keep &lt;it&gt;?">\
            {"restore": "abc", "operation": "keep", "version": "7"}</cwdb-action>
            <a class="btn">Report</a><cwdb-action action="call" display="widget" endpoint="f">{"report": "shop-1"}</cwdb-action></p>
            """;

    private static final WidgetHtml PAGE = new WidgetHtml(HTML, false);

    @Test
    void calls_are_links_in_the_theme_of_the_page() {
        assertThat(PAGE.linked(PageQuery.of("theme=dark")))
                .contains(
                        "<a class=\"btn\" href=\"/?restore=abc&amp;theme=dark\">Details</a>",
                        "<a class=\"btn\" href=\"/?theme=dark\">All</a>",
                        "href=\"/?restore=abc&amp;operation=keep&amp;version=7&amp;theme=dark\">Keep</a>")
                .doesNotContain("cwdb-action");
        assertThat(PAGE.linked(PageQuery.of(""))).contains("href=\"/\">All</a>");
    }

    @Test
    void a_report_is_the_page_of_the_api_where_that_answers_a_browser() {
        assertThat(new WidgetHtml(HTML, true).linked(PageQuery.of("theme=dark")))
                .contains("<a class=\"btn\" href=\"/targets/shop-1/report\">Report</a>");
        assertThat(PAGE.linked(PageQuery.of("theme=dark")))
                .contains("<a class=\"btn\" href=\"/?report=shop-1&amp;theme=dark\">Report</a>");
        assertThat(PageQuery.of("report=shop-1&pause=yes").back()).isEqualTo("/?report=shop-1&pause=yes");
    }

    @Test
    void what_cloudwatch_would_ask_first_is_a_form_that_makes_the_call_as_it_stands_now() {
        PageQuery clicked = PageQuery.of("restore=abc&operation=keep&version=6");

        assertThat(PAGE.asked(clicked).orElseThrow().form(clicked))
                .contains("Keep &lt;it&gt;?", "<form method=\"post\" action=\"/\">", "name=\"version\" value=\"7\"")
                .contains("<a class=\"btn\" href=\"/?restore=abc\">Back</a>");
        assertThat(PAGE.asked(PageQuery.of("restore=abc&operation=delete"))).isEmpty();
        assertThat(PAGE.asked(PageQuery.of("restore=abc"))).isEmpty();
    }

    @Test
    void only_plain_words_are_taken_of_an_address() {
        PageQuery query = PageQuery.of("restore=abc&x=%3Cb%3E&theme=dark&operation=\"><b>");

        assertThat(query.words()).containsOnlyKeys("restore", "theme");
        assertThat(query.back()).isEqualTo("/?restore=abc&theme=dark");
        assertThat(query.with("theme", "light").back()).isEqualTo("/?restore=abc&theme=light");
    }
}
