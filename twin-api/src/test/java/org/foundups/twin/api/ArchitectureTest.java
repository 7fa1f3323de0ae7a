package org.foundups.twin.api;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Instant;
import java.time.LocalDate;
import org.foundups.twin.core.Recorded;
import org.foundups.twin.core.Verdict;

/// What the compiler cannot see. Every rule states who may; whoever else does breaks the build.
@AnalyzeClasses(
        packages = "org.foundups.twin",
        importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    private static final String TWIN = "org.foundups.twin..";

    @ArchTest
    static final ArchRule THE_CORE_IS_PLAIN_JAVA =
            classes()
                    .that()
                    .resideInAPackage("org.foundups.twin.core..")
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage(
                                    "org.foundups.twin.core..",
                                    "java.lang..",
                                    "java.util..",
                                    "java.time..",
                                    "org.jspecify.annotations.."));

    @ArchTest
    static final ArchRule MODULES_NEVER_DEPEND_SIDEWAYS =
            SlicesRuleDefinition.slices()
                    .matching(
                            "org.foundups.twin.(rag|drafter|guardrails|policy|trajectory|engagement|llama)..")
                    .should()
                    .notDependOnEachOther();

    @ArchTest
    static final ArchRule NOBODY_DEPENDS_ON_THE_COMPOSITION_ROOT =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("org.foundups.twin.api..", "org.foundups.twin.cli..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.foundups.twin.api..", "org.foundups.twin.cli..");

    @ArchTest
    static final ArchRule THE_ENGINE_KNOWS_NOTHING_OF_OURS =
            noClasses()
                    .that()
                    .resideInAPackage("org.foundups.twin.llama..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.foundups.twin.core..", "org.springframework..", "org.slf4j..");

    @ArchTest
    static final ArchRule THE_SERVICE_NEVER_LOADS_THE_ENGINE =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.foundups.twin.llama..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.foundups.twin.llama..");

    @ArchTest
    static final ArchRule ONLY_THE_RAILS_CLEAR_A_DRAFT =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "org.foundups.twin.guardrails..", "org.foundups.twin.testing..")
                    .should()
                    .callConstructor(
                            Verdict.Cleared.class,
                            org.foundups.twin.core.Draft.class,
                            String.class,
                            java.util.List.class);

    @ArchTest
    static final ArchRule ONLY_THE_JOURNAL_RECORDS =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "org.foundups.twin.trajectory..", "org.foundups.twin.testing..")
                    .should()
                    .callConstructor(
                            Recorded.class, org.foundups.twin.core.Consideration.class, long.class);

    @ArchTest
    static final ArchRule THE_CLOCK_IS_PASSED_IN =
            noClasses()
                    .that()
                    .resideInAPackage(TWIN)
                    .and()
                    .resideOutsideOfPackages("org.foundups.twin.cli..", "org.foundups.twin.bench..")
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDate.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule ONE_JSON_LIBRARY =
            noClasses()
                    .that()
                    .resideInAPackage(TWIN)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "com.fasterxml.jackson.databind..",
                            "com.fasterxml.jackson.core..",
                            "com.google.gson..");

    @ArchTest
    static final ArchRule RULES_ARE_PURE =
            noClasses()
                    .that()
                    .resideInAnyPackage("org.foundups.twin.policy..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.net..", "java.sql..", "javax.sql..", "java.nio.file..");
}
