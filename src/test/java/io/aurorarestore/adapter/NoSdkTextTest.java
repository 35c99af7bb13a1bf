package io.aurorarestore.adapter;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.aurorarestore.port.CallFailedException;
import java.util.Set;

/** An SDK's text is advice to programmers, and may hold anything: no adapter of an AWS service as much as reads it. */
@AnalyzeClasses(packages = "io.aurorarestore.adapter", importOptions = ImportOption.DoNotIncludeTests.class)
class NoSdkTextTest {

    private static final Set<String> TEXTS = Set.of("getMessage", "getLocalizedMessage", "toString", "rawMessage");

    private static final DescribedPredicate<JavaMethodCall> READS_AN_ERROR = DescribedPredicate.describe(
            "reads what an error says",
            call -> TEXTS.contains(call.getName())
                    && call.getTargetOwner().isAssignableTo(Throwable.class)
                    && !call.getTargetOwner().isAssignableTo(CallFailedException.class));

    @ArchTest
    static final ArchRule no_text_of_an_sdk_is_passed_on = ArchRuleDefinition.noClasses()
            .that()
            .resideInAnyPackage(
                    "io.aurorarestore.adapter",
                    "io.aurorarestore.adapter.eventbridge..",
                    "io.aurorarestore.adapter.rds..",
                    "io.aurorarestore.adapter.secretsmanager..",
                    "io.aurorarestore.adapter.stepfunctions..",
                    "io.aurorarestore.adapter.sns..",
                    "io.aurorarestore.adapter.sqs..")
            .should()
            .callMethodWhere(READS_AN_ERROR);
}
