package io.aurorarestore.local.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FormTest {

    @Test
    void gives_the_members_of_a_list_in_order() {
        var form = Form.parse("Tags.member.10.Key=c&Tags.member.2.Key=b&Tags.member.2.Value=x%20y&Other=1");

        var members = form.list("Tags");

        assertThat(members).extracting(member -> member.get("Key", "")).containsExactly("b", "c");
        assertThat(members.get(0).get("Value")).contains("x y");
    }

    @Test
    void gives_plain_members_under_the_empty_name() {
        assertThat(Form.parse("Id.member.1=a&Id.member.2=b").list("Id"))
                .extracting(member -> member.get("", ""))
                .containsExactly("a", "b");
    }

    @Test
    void refuses_a_broken_encoding() {
        assertThatThrownBy(() -> Form.parse("a=%zz")).isInstanceOf(AwsException.class);
    }

    @Test
    void a_parameter_that_nobody_read_is_refused_but_not_what_signs_a_url() {
        var form = Form.parse("Action=Do&Name=a&Tags.member.1.Key=b&Extra=c&X-Amz-Credential=d");
        form.text("Name");
        form.list("Tags");

        assertThatThrownBy(form::refuseUnread).hasMessageContaining("The parameter Extra of Do");

        form.ignore("Extra");
        form.refuseUnread();
    }

    @Test
    void a_value_that_is_none_of_its_kind_is_refused() {
        var form = Form.parse("Flag=perhaps&Number=many&Yes=TRUE&No=0&Words.member.1=a&None=");

        assertThatThrownBy(() -> form.flag("Flag")).hasMessageContaining("Invalid value perhaps for Flag");
        assertThatThrownBy(() -> form.number("Number")).hasMessageContaining("Invalid value many for Number");
        assertThatThrownBy(() -> form.required("None")).hasMessageContaining("must contain the parameter None");
        assertThat(form.flag("Yes")).isTrue();
        assertThat(form.flag("No")).isFalse();
        assertThat(form.words("Words")).containsExactly("a");
        assertThat(form.words("None")).isEmpty();
        assertThat(form.words("Absent")).isNull();
    }
}
