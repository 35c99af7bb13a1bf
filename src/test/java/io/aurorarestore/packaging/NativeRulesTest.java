package io.aurorarestore.packaging;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.theClass;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.fasterxml.jackson.core.TreeCodec;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.aurorarestore.adapter.SharedTransport;
import io.aurorarestore.json.QueueMessages;
import jakarta.inject.Named;
import java.lang.reflect.Proxy;
import java.util.ServiceLoader;
import java.util.Set;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;

/** What would work on a JVM and not in a native executable, and what {@link NativeRegistrationTest} could not see. */
@AnalyzeClasses(packages = "io.aurorarestore", importOptions = ImportOption.DoNotIncludeTests.class)
class NativeRulesTest {

    private static final Set<String> BINDING = Set.of(
            "readValue",
            "readValues",
            "readerFor",
            "reader",
            "treeToValue",
            "convertValue",
            "updateValue",
            "valueToTree",
            "writeValue",
            "writeValueAsString",
            "writeValueAsBytes",
            "writer",
            "writerFor");

    private static final DescribedPredicate<JavaClass> CODECS = describe(
            "the codecs", one -> Set.of(QueueMessages.class.getSimpleName()).contains(one.getSimpleName()));

    /** Of lists, maps, numbers and words only: nothing of ours, nothing to register. */
    private static final DescribedPredicate<JavaClass> SETTINGS_IN_ANSWERS =
            describe("the settings in answers", one -> one.getSimpleName().equals("RestoreJson"));

    @ArchTest
    static final ArchRule all_but_the_codecs_go_by_trees_of_json = noClasses()
            .that(DescribedPredicate.not(CODECS.or(SETTINGS_IN_ANSWERS)))
            .should()
            .callMethodWhere(describe("binds objects to JSON", NativeRulesTest::binds));

    @ArchTest
    static final ArchRule nothing_is_found_by_a_name_at_run_time = noClasses()
            .should()
            .callMethod(Class.class, "forName", String.class)
            .orShould()
            .dependOnClassesThat(assignableTo(ClassLoader.class)
                    .or(assignableTo(ServiceLoader.class))
                    .or(assignableTo(Proxy.class))
                    .or(resideInAPackage("java.lang.reflect..")));

    @ArchTest
    static final ArchRule a_handler_says_its_types_in_its_signature =
            classes().that().areAnnotatedWith(Named.class).should().beAssignableTo(RequestHandler.class);

    @ArchTest
    static final ArchRule a_client_that_we_build_names_its_http_client = classes()
            .that(describe("build a client of the SDK", NativeRulesTest::buildsClient))
            .should()
            .callMethodWhere(describe(
                    "shares the transport",
                    call -> call.getTargetOwner().isEquivalentTo(SharedTransport.class)
                            && call.getName().equals("client")));

    @ArchTest
    static final ArchRule the_shared_transport_names_its_http_client =
            theClass(SharedTransport.class).should().callMethod(NettyNioAsyncHttpClient.class, "builder");

    private static boolean binds(JavaCall<?> call) {
        JavaClass owner = call.getTargetOwner();
        boolean jackson = owner.isAssignableTo(TreeCodec.class)
                || owner.getPackageName().startsWith("com.fasterxml.jackson.databind");
        return jackson && (BINDING.contains(call.getName()) || call.getName().contains("POJO"));
    }

    private static boolean buildsClient(JavaClass one) {
        return one.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isAssignableTo(SdkClient.class)
                        && Set.of("builder", "create").contains(call.getName()));
    }
}
