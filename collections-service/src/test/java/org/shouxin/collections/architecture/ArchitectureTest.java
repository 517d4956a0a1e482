package org.shouxin.collections.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The service keeps every rule, and each rule is broken by its offending class. */
class ArchitectureTest {
  private static final String SERVICE = "org.shouxin.collections";
  private static final String OFFENDERS = "org.shouxin.collections.architecture.offending";
  private static final JavaClasses PRODUCTION =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(SERVICE);
  private static final JavaClasses OFFENDING = new ClassFileImporter().importPackages(OFFENDERS);

  static Stream<ArchRule> rules() {
    return new Rules(SERVICE).all().stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theServiceKeeps(ArchRule rule) {
    rule.check(PRODUCTION);
  }

  static Stream<ArchRule> broken() {
    return new Rules(OFFENDERS).all().stream();
  }

  @ParameterizedTest
  @MethodSource("broken")
  void anOffenderBreaks(ArchRule rule) {
    assertThatThrownBy(() -> rule.check(OFFENDING)).isInstanceOf(AssertionError.class);
  }

  @Test
  void thereIsSomethingToCheck() {
    assertThat(PRODUCTION.size()).isGreaterThan(100);
  }
}
