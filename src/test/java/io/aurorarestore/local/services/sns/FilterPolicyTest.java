package io.aurorarestore.local.services.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As AWS's developer guide has it. */
class FilterPolicyTest {

    private static final List<MessageAttribute> SENT = List.of(
            new MessageAttribute("status", "String", "FAILED"),
            new MessageAttribute("target", "String", "orders-staging"),
            new MessageAttribute("price", "Number", "3.015e2"),
            new MessageAttribute("sports", "String.Array", "[\"soccer\", \"rugby\", true, null, 7]"),
            new MessageAttribute("digits", "String", "100"),
            new MessageAttribute("bytes", "Binary", "AAAA"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'status':['FAILED']}",
                "{'status':['SUCCEEDED','FAILED']}",
                "{'status':['FAILED'],'target':[{'prefix':'orders-'}]}",
                "{'target':[{'suffix':'-staging'}]}",
                "{'target':['x',{'prefix':'orders-'}]}",
                "{'status':[{'anything-but':'SUCCEEDED'}]}",
                "{'status':[{'anything-but':['SUCCEEDED','CANCELLED']}]}",
                "{'target':[{'anything-but':{'prefix':'billing-'}}]}",
                "{'status':[{'equals-ignore-case':'failed'}]}",
                "{'status':[{'exists':true}]}",
                "{'colour':[{'exists':false}]}",
                "{'price':[301.5]}",
                "{'price':[{'numeric':['=',301.5]}]}",
                "{'price':[{'numeric':['>',300,'<=',301.5]}]}",
                "{'sports':['rugby']}",
                "{'sports':[null]}",
                "{'sports':[true]}",
                "{'sports':[7]}",
                "{'sports':[{'anything-but':['rugby','tennis']}]}",
                "{'$or':[{'status':['SUCCEEDED']},{'target':['orders-staging']}]}",
                "{'digits':['100']}"
            })
    void wanted_by_its_attributes(String policy) {
        assertThat(takes(policy)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'status':['failed']}",
                "{'status':['FAIL']}",
                "{'status':['FAILED'],'target':['orders']}",
                "{'target':[{'suffix':'orders'}]}",
                "{'status':[{'anything-but':['SUCCEEDED','FAILED']}]}",
                "{'colour':[{'anything-but':'red'}]}",
                "{'status':[{'exists':false}]}",
                "{'colour':[{'exists':true}]}",
                "{'bytes':[{'exists':true}]}",
                "{'price':[{'numeric':['>',301.5]}]}",
                "{'price':['301.5']}",
                "{'digits':[100]}",
                "{'digits':[{'numeric':['=',100]}]}",
                "{'sports':['tennis']}",
                "{'$or':[{'status':['SUCCEEDED']},{'target':['orders']}]}"
            })
    void not_wanted_by_its_attributes(String policy) {
        assertThat(takes(policy)).isFalse();
    }

    @Test
    void a_message_without_attributes_lacks_them_all() {
        assertThat(policy("{'status':[{'exists':false}]}", "MessageAttributes").takes(message("m", List.of()), "sqs"))
                .isTrue();
        assertThat(policy("{'status':['FAILED']}", "MessageAttributes").takes(message("m", List.of()), "sqs"))
                .isFalse();
    }

    @Test
    void the_body_counts_where_that_is_asked() {
        String policy = "{'status':['FAILED'],'next':{'purpose':[{'prefix':'to give'}]}}";

        assertThat(onBody(policy, "{'status':'FAILED','next':[{'purpose':'to go on'},{'purpose':'to give up'}]}"))
                .isTrue();
        assertThat(onBody(policy, "{'status':'FAILED','next':[]}")).isFalse();
        assertThat(onBody(policy, "no JSON")).isFalse();
        assertThat(onBody("{'status':[{'exists':false}]}", "['FAILED']")).isFalse();
        assertThat(onBody("{'status':[{'exists':false}]}", "{}")).isTrue();
    }

    @Test
    void what_the_protocol_gets_is_the_body() {
        PublishedMessage message = new PublishedMessage(
                "arn", "id", null, json("{'default':'text','sqs':'{}'}"), true, SENT, Instant.EPOCH);
        FilterPolicy policy = policy("{'status':[{'exists':false}]}", "MessageBody");

        assertThat(policy.takes(message, "sqs")).isTrue();
        assertThat(policy.takes(message, "email")).isFalse();
    }

    @Test
    void no_policy_and_an_empty_one_want_everything() {
        assertThat(FilterPolicy.of(Map.of())).isEmpty();
        assertThat(FilterPolicy.of(Map.of("FilterPolicy", "{}"))).isEmpty();
        assertThat(FilterPolicy.of(Map.of("FilterPolicy", ""))).isEmpty();
    }

    @Test
    void refuses_what_sns_refuses() {
        refuses("FilterPolicy: failed to parse JSON.", "[");
        refuses("FilterPolicy: failed to parse JSON.", "['a']");
        refuses("FilterPolicy: \"a\" must be an object or an array", "{'a':'b'}");
        refuses("Empty arrays are not allowed", "{'a':[]}");
        refuses("Unrecognized match type", "{'a':[{'like':'b'}]}");
        refuses("Only one key allowed in match expression", "{'a':[{'prefix':'b','suffix':'c'}]}");
        refuses("Match value must be String, number, true, false, or null", "{'a':[['b']]}");
        refuses("Value of < must be numeric", "{'a':[{'numeric':['<','1']}]}");
        refuses("exists match pattern must be either true or false.", "{'a':[{'exists':'yes'}]}");
        refuses("prefix match pattern must be a string", "{'a':[{'prefix':1}]}");
    }

    private static void refuses(String why, String policy) {
        assertThatThrownBy(() -> policy(policy, "MessageAttributes"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    private static boolean takes(String policy) {
        return policy(policy, "MessageAttributes").takes(message("m", SENT), "sqs");
    }

    private static boolean onBody(String policy, String body) {
        return policy(policy, "MessageBody").takes(message(json(body), List.of()), "sqs");
    }

    private static FilterPolicy policy(String policy, String scope) {
        return FilterPolicy.of(Map.of("FilterPolicy", json(policy), "FilterPolicyScope", scope))
                .orElseThrow();
    }

    private static PublishedMessage message(String text, List<MessageAttribute> attributes) {
        return new PublishedMessage("arn", "id", null, text, false, attributes, Instant.EPOCH);
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
