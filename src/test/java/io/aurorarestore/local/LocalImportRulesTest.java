package io.aurorarestore.local;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

@AnalyzeClasses(packages = "io.aurorarestore.local", importOptions = LocalImportRulesTest.OfTheLocalAws.class)
class LocalImportRulesTest {

    @ArchTest
    static final ArchRule packages_are_free_of_cycles =
            slices().matching("io.aurorarestore.(**)").should().beFreeOfCycles();

    /** Its classes stand beside those of tests, and are told from them by their sources. */
    static final class OfTheLocalAws implements ImportOption {

        private static final Pattern CLASS = Pattern.compile(".*/(io/aurorarestore/[^$]+?)(?:\\$.*)?\\.class");

        @Override
        public boolean includes(Location location) {
            Matcher found = CLASS.matcher(location.asURI().getPath());
            return found.matches() && Files.exists(Path.of("src/local/java", found.group(1) + ".java"));
        }
    }
}
