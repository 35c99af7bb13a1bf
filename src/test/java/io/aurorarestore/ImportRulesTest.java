package io.aurorarestore;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.aurorarestore", importOptions = ImportOption.DoNotIncludeTests.class)
class ImportRulesTest {

    private static final String US = "io.aurorarestore..";
    private static final String RESTORE = "io.aurorarestore.restore..";
    private static final String SAGA = "io.aurorarestore.saga..";
    private static final String COMMANDS = "io.aurorarestore.saga.command..";
    private static final String PORT = "io.aurorarestore.port..";
    private static final String AWS = "io.aurorarestore.aws..";
    private static final String INBOUND = "io.aurorarestore.inbound..";

    @ArchTest
    static final ArchRule the_vocabulary_knows_java_alone = classes()
            .that()
            .resideInAPackage(RESTORE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(RESTORE, "java..");

    @ArchTest
    static final ArchRule the_engine_knows_the_vocabulary_and_the_ports = classes()
            .that()
            .resideInAPackage(SAGA)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(RESTORE, PORT, SAGA, "java..", "io.smallrye.mutiny..");

    @ArchTest
    static final ArchRule the_ports_know_the_vocabulary_and_the_commands = classes()
            .that()
            .resideInAPackage(PORT)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(RESTORE, PORT, COMMANDS, "java..", "io.smallrye.mutiny..");

    @ArchTest
    static final ArchRule adapters_do_not_know_the_handlers = noClasses()
            .that()
            .resideInAPackage(AWS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(INBOUND);

    @ArchTest
    static final ArchRule handlers_do_not_know_the_adapters = noClasses()
            .that()
            .resideInAPackage(INBOUND)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(AWS);

    @ArchTest
    static final ArchRule only_adapters_know_the_aws_sdk = noClasses()
            .that()
            .resideInAPackage(US)
            .and()
            .resideOutsideOfPackage(AWS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon.awssdk..");
}
