package org.shouxin.origination.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouxin.chassis.architecture.HouseRules;
import org.shouxin.origination.architecture.offending.alpha.AsksTheClock;
import org.shouxin.origination.architecture.offending.alpha.InterestInDouble;
import org.shouxin.origination.architecture.offending.alpha.KnowsItsAdapter;
import org.shouxin.origination.architecture.offending.alpha.LoanManager;
import org.shouxin.origination.architecture.offending.alpha.model.KnowsAFramework;
import org.shouxin.origination.architecture.offending.alpha.persistence.CombinesStatements;
import org.shouxin.origination.architecture.offending.beta.LooksInside;

/**
 * The arrows, and for each a class that breaks it. Beside the house's rules: the values of {@code
 * person} and {@code policy} may be known to every model, and {@code person} is held to the models'
 * own rule.
 */
class ArchitectureTest {

  private static final String ROOT = "org.shouxin.origination";
  private static final String OFFENDING = ROOT + ".architecture.offending";
  private static final JavaClasses SERVICE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @ParameterizedTest
  @MethodSource("rules")
  void theServiceHolds(ArchRule rule) {
    rule.check(SERVICE);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theOffenderBreaks(ArchRule rule, Class<?> offender) {
    JavaClasses offending = new ClassFileImporter().importPackages(OFFENDING);
    EvaluationResult result = rule.evaluate(offending);
    assertThat(result.getFailureReport().getDetails())
        .anySatisfy(detail -> assertThat(detail).contains(offender.getSimpleName()));
  }

  @Test
  void everyHouseRuleIsChecked() {
    assertThat(rules()).hasSameSizeAs(HouseRules.ofService(ROOT));
  }

  @Test
  void noPersonalValueLeavesByAnEvent() {
    noClasses()
        .that()
        .resideInAPackage("..messaging..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + ".person..")
        .check(SERVICE);
  }

  static Stream<Arguments> rules() {
    return Stream.of(
        Arguments.of(HouseRules.timeAndIdsAreGiven(), AsksTheClock.class),
        Arguments.of(HouseRules.noFloatingPointNearMoney(), InterestInDouble.class),
        Arguments.of(HouseRules.noVagueNames(), LoanManager.class),
        Arguments.of(modelsKnowValuesOnly(), KnowsAFramework.class),
        Arguments.of(HouseRules.arrowsPointInwards(), KnowsItsAdapter.class),
        Arguments.of(features(), LooksInside.class),
        Arguments.of(HouseRules.oneDatabaseOperationAtATime(), CombinesStatements.class));
  }

  private static ArchRule features() {
    ArchRule ofService = HouseRules.featuresMeetAtTheirRoots(ROOT);
    ArchRule ofOffenders = HouseRules.featuresMeetAtTheirRoots(OFFENDING);
    return com.tngtech.archunit.lang.CompositeArchRule.of(ofService).and(ofOffenders);
  }

  private static ArchRule modelsKnowValuesOnly() {
    return classes()
        .that()
        .resideInAnyPackage("..model..", ROOT + ".person..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "java..",
                "jakarta.persistence..",
                "com.google.i18n.phonenumbers..",
                "org.shouxin.chassis.money..",
                "org.shouxin.chassis.problem..",
                ROOT + ".person..",
                ROOT + ".policy..",
                "..model..",
                ""))
        .as("a model knows the language, persistence annotations, money, rules and values only");
  }
}
