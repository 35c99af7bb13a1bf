package io.aurorarestore;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which package may know which: docs/architecture.md draws it. */
@AnalyzeClasses(packages = "io.aurorarestore", importOptions = ImportOption.DoNotIncludeTests.class)
class ImportRulesTest {

    private static final String US = "io.aurorarestore..";
    private static final String MODEL = "io.aurorarestore.model..";
    private static final String NOTIFICATION = "io.aurorarestore.notification..";
    private static final String PORT = "io.aurorarestore.port..";
    private static final String COMMAND = "io.aurorarestore.command..";
    private static final String ENGINE = "io.aurorarestore.engine..";
    private static final String PLAN = "io.aurorarestore.plan..";
    private static final String INTAKE = "io.aurorarestore.intake..";
    private static final String JSON = "io.aurorarestore.json..";
    private static final String ADAPTER = "io.aurorarestore.adapter..";
    private static final String LAMBDA = "io.aurorarestore.lambda..";
    private static final String WIRING = "io.aurorarestore.app";
    private static final String METRICS = "io.aurorarestore.app.metrics..";
    private static final String JAVA = "java..";
    private static final String NULLNESS = "org.jspecify..";
    private static final String MUTINY = "io.smallrye.mutiny..";

    @ArchTest
    static final ArchRule packages_are_free_of_cycles =
            slices().matching("io.aurorarestore.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_model_knows_java_alone = knowsOnly(MODEL, JAVA, NULLNESS);

    @ArchTest
    static final ArchRule notifications_know_the_model_alone = knowsOnly(NOTIFICATION, MODEL, JAVA, NULLNESS);

    @ArchTest
    static final ArchRule ports_know_the_model = knowsOnly(PORT, MODEL, NOTIFICATION, MUTINY, JAVA, NULLNESS);

    @ArchTest
    static final ArchRule commands_know_the_ports = knowsOnly(COMMAND, PORT, MODEL, MUTINY, JAVA, NULLNESS);

    @ArchTest
    static final ArchRule the_engine_knows_no_step_and_no_framework =
            knowsOnly(ENGINE, COMMAND, PORT, MODEL, NOTIFICATION, MUTINY, JAVA, NULLNESS);

    @ArchTest
    static final ArchRule steps_call_nobody_and_wait_for_nothing =
            knowsOnly(PLAN, ENGINE, COMMAND, PORT, MODEL, JAVA, NULLNESS);

    @ArchTest
    static final ArchRule intake_knows_no_framework =
            knowsOnly(INTAKE, PLAN, ENGINE, COMMAND, PORT, MODEL, NOTIFICATION, MUTINY, JAVA, NULLNESS);

    @ArchTest
    static final ArchRule readers_of_json_know_neither_handlers_nor_adapters = noClasses()
            .that()
            .resideInAPackage(JSON)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(LAMBDA, ADAPTER);

    @ArchTest
    static final ArchRule adapters_do_not_know_the_handlers = noClasses()
            .that()
            .resideInAPackage(ADAPTER)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(LAMBDA);

    @ArchTest
    static final ArchRule handlers_do_not_know_the_adapters = noClasses()
            .that()
            .resideInAPackage(LAMBDA)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ADAPTER);

    @ArchTest
    static final ArchRule nobody_knows_the_wiring = noClasses()
            .that()
            .resideOutsideOfPackage(WIRING)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(WIRING);

    @ArchTest
    static final ArchRule metrics_know_neither_handlers_nor_adapters = noClasses()
            .that()
            .resideInAPackage(METRICS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(LAMBDA, ADAPTER, ENGINE);

    @ArchTest
    static final ArchRule only_adapters_know_the_aws_sdk = noClasses()
            .that()
            .resideInAPackage(US)
            .and()
            .resideOutsideOfPackage(ADAPTER)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon.awssdk..");

    private static ArchRule knowsOnly(String room, String... others) {
        String[] all = new String[others.length + 1];
        all[0] = room;
        System.arraycopy(others, 0, all, 1, others.length);
        return classes()
                .that()
                .resideInAPackage(room)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(all);
    }
}
