package io.aurorarestore.local.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FormTest {

    @Test
    void gives_the_members_of_a_list_in_order() {
        var form = Form.parse("Tags.member.10.Key=c&Tags.member.2.Key=b&Tags.member.2.Value=x%20y&Other=1");

        var members = form.list("Tags.member");

        assertThat(members).extracting(member -> member.get("Key", "")).containsExactly("b", "c");
        assertThat(members.get(0).get("Value")).contains("x y");
    }

    @Test
    void gives_plain_members_under_the_empty_name() {
        assertThat(Form.parse("Id.member.1=a&Id.member.2=b").list("Id.member"))
                .extracting(member -> member.get("", ""))
                .containsExactly("a", "b");
    }

    @Test
    void refuses_a_broken_encoding() {
        assertThatThrownBy(() -> Form.parse("a=%zz")).isInstanceOf(AwsException.class);
    }
}
