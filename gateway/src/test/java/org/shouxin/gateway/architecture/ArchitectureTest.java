package org.shouxin.gateway.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.vertx.core.http.HttpClient;
import io.vertx.httpproxy.HttpProxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouxin.gateway.RequestIds;
import org.shouxin.gateway.architecture.offending.anywhere.Clockwatcher;
import org.shouxin.gateway.architecture.offending.anywhere.NameGiver;
import org.shouxin.gateway.architecture.offending.anywhere.Sleeper;
import org.shouxin.gateway.architecture.offending.anywhere.WideOpen;
import org.shouxin.gateway.architecture.offending.document.DocumentThatCallsOut;
import org.shouxin.gateway.architecture.offending.health.HealthThatKnowsRoutes;
import org.shouxin.gateway.architecture.offending.limit.LimitThatKnowsTokens;
import org.shouxin.gateway.architecture.offending.problem.ProblemThatKnowsRoutes;
import org.shouxin.gateway.architecture.offending.proxy.ProxyThatKnowsTokens;
import org.shouxin.gateway.architecture.offending.route.RouteThatRefuses;
import org.shouxin.gateway.architecture.offending.token.TokenThatKnowsLimits;

/** The arrows between the gateway's packages, and what none may do; each rule is seen to fail. */
class ArchitectureTest {

  private static final String ROOT = "org.shouxin.gateway";
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  /** Which of the gateway's packages each may know, besides itself. */
  private static final Map<String, List<String>> KNOWS =
      Map.of(
          "route", List.of(),
          "problem", List.of(),
          "limit", List.of("problem"),
          "token", List.of("problem"),
          "proxy", List.of("route", "problem"),
          "health", List.of("proxy", "token"),
          "document", List.of("route", "proxy", "problem", "token"));

  private static ArchRule arrows(String from) {
    List<String> known = new ArrayList<>(KNOWS.get(from));
    known.add(from);
    DescribedPredicate<JavaClass> allowed =
        resideInAnyPackage(known.stream().map(name -> ROOT + ".." + name).toArray(String[]::new));
    return noClasses()
        .that()
        .resideInAPackage(ROOT + ".." + from)
        .should()
        .dependOnClassesThat(resideInAPackage(ROOT + "..").and(DescribedPredicate.not(allowed)));
  }

  private static ArchRule clientInProxyOnly() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".proxy")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(HttpClient.class);
  }

  private static ArchRule noClock() {
    return noClasses()
        .should()
        .callMethodWhere(
            new DescribedPredicate<JavaMethodCall>("now() of java.time") {
              @Override
              public boolean test(JavaMethodCall call) {
                return call.getName().equals("now")
                    && call.getTargetOwner().getPackageName().equals("java.time");
              }
            });
  }

  private static ArchRule idsInOnePlace() {
    return noClasses()
        .that()
        .doNotBelongToAnyOf(RequestIds.class)
        .should()
        .callMethod(UUID.class, "randomUUID");
  }

  private static ArchRule nothingBlocks() {
    return noClasses().should().callMethod(Thread.class, "sleep", long.class);
  }

  private static ArchRule noTunnel() {
    return noClasses().should().dependOnClassesThat().areAssignableTo(HttpProxy.class);
  }

  static Stream<Arguments> rules() {
    return Stream.of(
        Arguments.of(arrows("route"), RouteThatRefuses.class),
        Arguments.of(arrows("problem"), ProblemThatKnowsRoutes.class),
        Arguments.of(arrows("limit"), LimitThatKnowsTokens.class),
        Arguments.of(arrows("token"), TokenThatKnowsLimits.class),
        Arguments.of(arrows("proxy"), ProxyThatKnowsTokens.class),
        Arguments.of(arrows("health"), HealthThatKnowsRoutes.class),
        Arguments.of(clientInProxyOnly(), DocumentThatCallsOut.class),
        Arguments.of(noClock(), Clockwatcher.class),
        Arguments.of(idsInOnePlace(), NameGiver.class),
        Arguments.of(nothingBlocks(), Sleeper.class),
        Arguments.of(noTunnel(), WideOpen.class));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void ruleHoldsAndCatchesItsOffender(ArchRule rule, Class<?> offender) {
    assertThat(MAIN).isNotEmpty();
    rule.check(MAIN);
    JavaClasses offending = new ClassFileImporter().importClasses(offender);
    assertThatThrownBy(() -> rule.check(offending))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(offender.getSimpleName());
  }

  @ParameterizedTest
  @MethodSource("packages")
  void arrowsHold(String from) {
    arrows(from).check(MAIN);
  }

  static Stream<String> packages() {
    return KNOWS.keySet().stream();
  }
}
