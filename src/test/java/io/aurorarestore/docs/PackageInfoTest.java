package io.aurorarestore.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackageInfoTest {

    @ParameterizedTest
    @ValueSource(strings = {"src/main/java", "src/local/java"})
    void every_package_says_what_lives_in_it(String root) {
        JavaSources sources = JavaSources.of(root);

        assertThat(sources.described()).isEqualTo(sources.packages());
    }
}
