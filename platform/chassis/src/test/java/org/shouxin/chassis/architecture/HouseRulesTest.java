package org.shouxin.chassis.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule finds the class made to break it, and only that one. */
class HouseRulesTest {

  private static final String FIXTURES = "org.shouxin.fixture";
  private static final JavaClasses OFFENDERS = new ClassFileImporter().importPackages(FIXTURES);
  private static final JavaClasses CHASSIS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.shouxin.chassis");

  @Test
  void timeAndIdsAreGiven() {
    assertFinds(HouseRules.timeAndIdsAreGiven(), "AsksTheTime", 4);
  }

  @Test
  void noFloatingPointNearMoney() {
    assertFinds(HouseRules.noFloatingPointNearMoney(), "FloatingPrice", 3);
  }

  @Test
  void noVagueNames() {
    assertFinds(HouseRules.noVagueNames(), "PriceHelper", 1);
  }

  @Test
  void modelIsPure() {
    assertFinds(HouseRules.modelIsPure(), "KnowsTheFramework", 1);
  }

  @Test
  void arrowsPointInwards() {
    assertFinds(HouseRules.arrowsPointInwards(), "KnowsItsAdapter", 1);
  }

  @Test
  void featuresMeetAtTheirRoots() {
    assertFinds(HouseRules.featuresMeetAtTheirRoots(FIXTURES), "LooksInside", 1);
  }

  @Test
  void oneDatabaseOperationAtATime() {
    assertFinds(HouseRules.oneDatabaseOperationAtATime(), "DoesTwoThingsAtOnce", 1);
  }

  @Test
  void theChassisKeepsTheRulesThatApplyToIt() {
    for (ArchRule rule :
        List.of(
            HouseRules.timeAndIdsAreGiven(),
            HouseRules.noFloatingPointNearMoney(),
            HouseRules.noVagueNames(),
            HouseRules.oneDatabaseOperationAtATime())) {
      rule.check(CHASSIS);
    }
  }

  @Test
  void aServiceIsHeldToAllOfThem() {
    assertThat(HouseRules.ofService(FIXTURES)).hasSize(7);
  }

  private static void assertFinds(ArchRule rule, String offender, int timesAtLeast) {
    EvaluationResult result = rule.evaluate(OFFENDERS);
    List<String> details = result.getFailureReport().getDetails();
    assertThat(details)
        .hasSizeGreaterThanOrEqualTo(timesAtLeast)
        .allSatisfy(detail -> assertThat(detail).contains(offender));
  }
}
