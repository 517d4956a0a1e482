package org.shouxin.servicing.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouxin.chassis.architecture.HouseRules;

/** The arrows and bans of the house; each is shown to catch a class that breaks it. */
class ArchitectureTest {

  private static final String SERVICE = "org.shouxin.servicing";
  private static final String OFFENDING = "org.shouxin.offending";

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(SERVICE);
  private static final JavaClasses THEIRS = new ClassFileImporter().importPackages(OFFENDING);

  static Stream<Arguments> rules() {
    return Stream.of(
        Arguments.of(HouseRules.timeAndIdsAreGiven(), "AsksTheTime", ""),
        Arguments.of(HouseRules.noFloatingPointNearMoney(), "FloatingMoney", ""),
        Arguments.of(HouseRules.noVagueNames(), "LoanManager", ""),
        Arguments.of(HouseRules.arrowsPointInwards(), "KnowsItsAdapter", ""),
        Arguments.of(HouseRules.oneDatabaseOperationAtATime(), "CombinesInPersistence", ""),
        Arguments.of(pure(".model..", "a model"), "ImpureModel", ""),
        Arguments.of(pure(".schedule", "calculation"), "ImpureCalculation", ""),
        Arguments.of(HouseRules.featuresMeetAtTheirRoots(SERVICE), "LooksInside", SERVICE),
        Arguments.of(noCircles(SERVICE), "LoanManager", SERVICE));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theServiceKeepsTheRule(ArchRule rule, String offender, String root) {
    rule.check(OURS);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theRuleCatchesItsOffender(ArchRule rule, String offender, String root) {
    assertThat(forOffenders(rule, root).evaluate(THEIRS).getFailureReport().toString())
        .contains(offender);
  }

  private static ArchRule forOffenders(ArchRule rule, String root) {
    if (root.isEmpty()) {
      return rule;
    }
    return rule.getDescription().contains("roots")
        ? HouseRules.featuresMeetAtTheirRoots(OFFENDING)
        : noCircles(OFFENDING);
  }

  /**
   * Models and calculation know the language, persistence annotations, money, rule names and
   * schedules, which are calculation themselves.
   */
  private static ArchRule pure(String packages, String what) {
    return classes()
        .that(resideInAPackage(".." + packages.substring(1)))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                    "java..",
                    "jakarta.persistence..",
                    "org.shouxin.chassis.money..",
                    "org.shouxin.chassis.problem..",
                    "..model..",
                    "..schedule")
                .or(DescribedPredicate.describe("primitives", JavaClass::isPrimitive))
                .or(DescribedPredicate.describe("arrays", JavaClass::isArray)))
        .as(what + " is pure");
  }

  private static ArchRule noCircles(String root) {
    return slices()
        .matching(root + ".(*)..")
        .should()
        .beFreeOfCycles()
        .as("features of " + root + " form no circle");
  }
}
