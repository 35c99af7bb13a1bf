package io.aurorarestore.docs.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShorthandTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Key=a,Value=b | {'Key':'a','Value':'b'}",
                "Name=engine,Values=a,b,More=c | {'Name':'engine','Values':['a','b'],'More':'c'}",
                "Values=[a,b] | {'Values':['a','b']}",
                "id={S=1},more={M={x={S=2}}} | {'id':{'S':'1'},'more':{'M':{'x':{'S':'2'}}}}",
                "Detail='{\"a\": 1, \"b\": 2}',Source=x | {'Detail':'{\\\"a\\\": 1, \\\"b\\\": 2}','Source':'x'}",
                "Protocol=sqs,Endpoint=arn:aws:sqs:us-east-1:1:q | {'Protocol':'sqs','Endpoint':'arn:aws:sqs:us-east-1:1:q'}",
            })
    void it_is_read_as_the_cli_reads_it(String shorthand, String json) {
        assertThat(Shorthand.parse(shorthand).toString()).isEqualTo(json.replace('\'', '"'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "a={b=c", "a=[b", "a='b"})
    void what_is_none_is_told(String shorthand) {
        assertThatThrownBy(() -> Shorthand.parse(shorthand)).hasMessageContaining("no shorthand");
    }
}
