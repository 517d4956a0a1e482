package org.shouxin.chassis.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.shouxin.chassis.money.Money;

/**
 * The house's arrows and bans as ArchUnit rules, for the architecture test of each service. A
 * service is a root package; the packages right below it are features; a feature's inner packages
 * are {@code model}, {@code rest}, {@code messaging} and {@code persistence}.
 *
 * <p>ArchUnit is an optional dependency of the chassis: only tests that use this class need it.
 */
public final class HouseRules {

  private static final String CHASSIS = "org.shouxin.chassis..";
  private static final Set<String> ADAPTERS = Set.of("rest", "messaging", "persistence", "client");
  private static final String MODEL = "model";

  private HouseRules() {}

  /** Every rule a service is held to. */
  public static List<ArchRule> ofService(String rootPackage) {
    List<ArchRule> rules = new ArrayList<>();
    rules.add(timeAndIdsAreGiven());
    rules.add(noFloatingPointNearMoney());
    rules.add(noVagueNames());
    rules.add(modelIsPure());
    rules.add(arrowsPointInwards());
    rules.add(featuresMeetAtTheirRoots(rootPackage));
    rules.add(oneDatabaseOperationAtATime());
    return List.copyOf(rules);
  }

  /** The clock and the ids come by injection; nobody asks the system. */
  public static ArchRule timeAndIdsAreGiven() {
    DescribedPredicate<JavaMethodCall> asksTheSystem =
        DescribedPredicate.describe(
            "ask the system for the time or a random id",
            call ->
                call.getTargetOwner().getPackageName().startsWith("java.time")
                        && (call.getName().equals("now") || call.getName().startsWith("system"))
                        && call.getTarget().getRawParameterTypes().stream()
                            .noneMatch(type -> type.isEquivalentTo(java.time.Clock.class))
                    || call.getName().equals("randomUUID")
                    || call.getTargetOwner().isEquivalentTo(System.class)
                        && call.getName().equals("currentTimeMillis"));
    return noClasses()
        .that(not(resideInAPackage("org.shouxin.chassis.ids..")))
        .should()
        .callMethodWhere(asksTheSystem)
        .as("time and ids are given, never asked of the system")
        .allowEmptyShould(true);
  }

  /** A class that touches money has no double or float in a field or signature. */
  public static ArchRule noFloatingPointNearMoney() {
    return classes()
        .that(
            DescribedPredicate.describe(
                "touch money",
                type ->
                    type.isEquivalentTo(Money.class)
                        || type.getDirectDependenciesFromSelf().stream()
                            .anyMatch(d -> d.getTargetClass().isEquivalentTo(Money.class))))
        .should(haveNoFloatingPoint())
        .as("no floating point near money")
        .allowEmptyShould(true);
  }

  /** A name says what a thing is. */
  public static ArchRule noVagueNames() {
    return noClasses()
        .should()
        .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Abstract\\w*Base)")
        .as("no Impl, Manager, Helper, Util")
        .allowEmptyShould(true);
  }

  /** Models know the language, persistence annotations, and the chassis' values and rule names. */
  public static ArchRule modelIsPure() {
    return classes()
        .that(resideInAPackage("..model.."))
        .should(
            onlyDependOnClassesThat(
                resideInAnyPackage(
                        "java..",
                        "jakarta.persistence..",
                        "org.hibernate.annotations..",
                        "org.shouxin.chassis.money..",
                        "org.shouxin.chassis.problem..")
                    .or(resideInAPackage("..model.."))
                    .or(DescribedPredicate.describe("primitives", JavaClass::isPrimitive))
                    .or(DescribedPredicate.describe("arrays", JavaClass::isArray))))
        .as("a model depends on the language, persistence annotations, money and rules only")
        .allowEmptyShould(true);
  }

  /** A feature's root does not know its adapters; its model knows neither. */
  public static ArchRule arrowsPointInwards() {
    return classes()
        .that(
            DescribedPredicate.describe(
                "are no adapters", type -> !ADAPTERS.contains(lastPackage(type))))
        .should(
            new ArchCondition<JavaClass>("not depend on an adapter of a feature") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                    .filter(d -> isOurs(d.getTargetClass()))
                    .filter(d -> ADAPTERS.contains(lastPackage(d.getTargetClass())))
                    .forEach(
                        d -> events.add(SimpleConditionEvent.violated(type, d.getDescription())));
              }
            })
        .as("arrows run from adapters to the feature's root to its model, never back")
        .allowEmptyShould(true);
  }

  /** One feature sees another's root only. */
  public static ArchRule featuresMeetAtTheirRoots(String rootPackage) {
    return classes()
        .that(resideInAPackage(rootPackage + ".."))
        .should(
            new ArchCondition<JavaClass>("not look inside another feature") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                    .filter(d -> isInside(rootPackage, d.getTargetClass()))
                    .filter(
                        d ->
                            !feature(rootPackage, type)
                                .equals(feature(rootPackage, d.getTargetClass())))
                    .forEach(
                        d -> events.add(SimpleConditionEvent.violated(type, d.getDescription())));
              }
            })
        .as("features of " + rootPackage + " meet at their roots")
        .allowEmptyShould(true);
  }

  /** A session takes one operation at a time: nothing is combined or merged in persistence. */
  public static ArchRule oneDatabaseOperationAtATime() {
    return noClasses()
        .that(resideInAPackage("..persistence.."))
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "combine, join or merge",
                call ->
                    call.getTargetOwner().getPackageName().startsWith("io.smallrye.mutiny")
                        && Set.of("combine", "join", "transformToUniAndMerge", "merge")
                            .contains(call.getName())))
        .as("one database operation at a time: chain, never combine")
        .allowEmptyShould(true);
  }

  private static ArchCondition<JavaClass> haveNoFloatingPoint() {
    return new ArchCondition<>("have no double or float") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (JavaField field : type.getFields()) {
          if (isFloating(field.getRawType())) {
            events.add(SimpleConditionEvent.violated(field, field.getDescription()));
          }
        }
        for (JavaCodeUnit unit : type.getCodeUnits()) {
          if (isFloating(unit.getRawReturnType())
              || unit.getRawParameterTypes().stream().anyMatch(HouseRules::isFloating)) {
            events.add(SimpleConditionEvent.violated(unit, unit.getDescription()));
          }
        }
      }
    };
  }

  private static boolean isFloating(JavaClass type) {
    return Set.of("double", "float", "java.lang.Double", "java.lang.Float")
        .contains(type.getBaseComponentType().getName());
  }

  private static boolean isOurs(JavaClass type) {
    return type.getPackageName().startsWith("org.shouxin.")
        && !resideInAPackage(CHASSIS).test(type);
  }

  private static boolean isInside(String root, JavaClass type) {
    String name = type.getPackageName();
    return name.startsWith(root + ".")
        && (ADAPTERS.contains(lastPackage(type)) || MODEL.equals(lastPackage(type)));
  }

  private static String feature(String root, JavaClass type) {
    String name = type.getPackageName();
    if (!name.startsWith(root + ".")) {
      return "";
    }
    String below = name.substring(root.length() + 1);
    int end = below.indexOf('.');
    return end < 0 ? below : below.substring(0, end);
  }

  private static String lastPackage(JavaClass type) {
    String name = type.getPackageName();
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
