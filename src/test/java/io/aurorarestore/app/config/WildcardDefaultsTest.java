package io.aurorarestore.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The defaults are as the library finds them by itself. */
class WildcardDefaultsTest {

    private static final Map<String, String> DEFAULTS = Map.of(
            "client.region", "of all",
            "client.*.region", "of each",
            "client.special.region", "of one",
            "client.*.tags.*", "a tag",
            "client.hosts[*]", "a host",
            "client.hosts[*].port", "a port");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client.region",
                "client.some.region",
                "client.\"so.me\".region",
                "client.special.region",
                "client.some.tags.colour",
                "client.some.tags.\"a.b\"",
                "client.hosts[0]",
                "client.hosts[12].port",
                "client.some.other",
                "client.some.more.region",
                "%prod.client.some.region"
            })
    void a_default_is_found_by_what_its_wildcards_stand_for(String name) {
        assertThat(config().withCustomizers(new WildcardDefaults())
                        .build()
                        .getConfigValue(name)
                        .getValue())
                .isEqualTo(config().build().getConfigValue(name).getValue());
    }

    @Test
    void what_is_set_is_before_the_defaults() {
        SmallRyeConfig config = config().withCustomizers(new WildcardDefaults())
                .withDefaultValue("client.some.region", "set")
                .build();

        assertThat(config.getConfigValue("client.some.region").getValue()).isEqualTo("set");
    }

    @Test
    void no_name_with_a_wildcard_is_compared_with_every_other() {
        SmallRyeConfig config = config().withCustomizers(new WildcardDefaults()).build();

        assertThat(config.getConfigSource("DefaultValuesConfigSource"))
                .map(ConfigSource::getPropertyNames)
                .hasValueSatisfying(names -> assertThat(names).containsOnly("client.region", "client.special.region"));
        assertThat(config.getConfigValue("client.some.region").getSourceName()).isEqualTo("defaults with wildcards");
    }

    private static SmallRyeConfigBuilder config() {
        return new SmallRyeConfigBuilder().withDefaultValues(DEFAULTS);
    }
}
