package org.shouxin.risk;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouxin.chassis.architecture.HouseRules;

/** The house's arrows hold here, and each rule fails on the offending fixture made for it. */
class ArchitectureTest {

  private static final JavaClasses RISK =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.shouxin.risk");
  private static final JavaClasses OFFENDERS =
      new ClassFileImporter().importPackages("org.shouxin.offending");

  static Stream<ArchRule> rules() {
    return HouseRules.ofService("org.shouxin.risk").stream();
  }

  static Stream<ArchRule> rulesOfOffenders() {
    return HouseRules.ofService("org.shouxin.offending").stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void ruleHolds(ArchRule rule) {
    assertThatCode(() -> rule.check(RISK)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("rulesOfOffenders")
  void ruleFailsOnAnOffender(ArchRule rule) {
    assertThatThrownBy(() -> rule.check(OFFENDERS)).isInstanceOf(AssertionError.class);
  }
}
