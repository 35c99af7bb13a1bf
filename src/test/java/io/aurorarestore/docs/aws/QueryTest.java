package io.aurorarestore.docs.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {

    private static final String ANSWER = """
            {"All": [
              {"Name": "b", "Status": "available", "Size": 3, "Tags": [{"Key": "x"}, {"Key": "y"}]},
              {"Name": "a", "Status": "creating", "Size": 1, "Tags": []}
            ], "One": "word"}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "One; 'word'",
                "Nothing; null",
                "All[0].Name; 'b'",
                "All[-1].Name; 'a'",
                "All[].Name; ['b','a']",
                "All[*].[Name, Size]; [['b',3],['a',1]]",
                "All[].{n: Name, s: Status}; [{'n':'b','s':'available'},{'n':'a','s':'creating'}]",
                "All[].Tags[].Key; ['x','y']",
                "All[*].Tags[*].Key; [['x','y'],[]]",
                "All[?Status=='available'].Name | [0]; 'b'",
                "All[?Status != 'available' && Size < `2`].Name; ['a']",
                "All[?contains(Name, 'b') || starts_with(Status, 'cre')].Size; [3,1]",
                "All[?Tags].Name; ['b']",
                "All[?!Tags].Name; ['a']",
                "length(All); 2",
                "sort_by(All, &Name)[].Name; ['a','b']",
                "reverse(sort_by(All, &Size))[0].Name; 'b'",
                "join('/', All[].Name); 'b/a'",
                "[One, All[0].Size]; ['word',3]",
            })
    void it_is_answered_as_jmespath_says(String query, String expected) throws Exception {
        JsonNode answer = new JsonMapper().readTree(ANSWER);

        assertThat(Query.parse(query).apply(answer).toString()).isEqualTo(expected.replace('\'', '"'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"All[", "All]", "unheard_of(All)", "All.[One", ""})
    void what_is_not_understood_is_told(String query) {
        assertThatThrownBy(() -> Query.parse(query)).hasMessageContaining("--query");
    }
}
