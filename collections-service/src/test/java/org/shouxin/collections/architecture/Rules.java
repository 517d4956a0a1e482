package org.shouxin.collections.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The arrows of the design and its bans, for any root package. */
final class Rules {
  private static final Set<String> ADAPTERS = Set.of("rest", "messaging", "persistence", "http");

  private final String base;

  Rules(String base) {
    this.base = base;
  }

  /** Pure Java and persistence annotations, and of the chassis only money and named refusals. */
  ArchRule modelIsPure() {
    return classes()
        .that()
        .resideInAPackage(base + "..model..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "jakarta.persistence..",
            "org.shouxin.chassis.money..",
            "org.shouxin.chassis.problem..",
            base + "..model..")
        .as("the model is pure");
  }

  /** rest, messaging, persistence, http -> feature root -> model, and never back. */
  ArchRule arrowsPointInwards() {
    return classes()
        .that()
        .resideInAPackage(base + "..")
        .should(
            notDependOn(
                "an adapter of its own feature from within",
                (from, to) ->
                    from.feature().equals(to.feature())
                        && ADAPTERS.contains(to.role())
                        && !from.role().equals(to.role())))
        .as("arrows point inwards");
  }

  /** Features meet at their roots only. */
  ArchRule featuresMeetAtTheirRoots() {
    return classes()
        .that()
        .resideInAPackage(base + "..")
        .should(
            notDependOn(
                "the inside of another feature",
                (from, to) -> !from.feature().equals(to.feature()) && !to.role().isEmpty()))
        .as("features meet at their roots");
  }

  ArchRule timeIsAnArgument() {
    return noClasses()
        .that()
        .resideInAPackage(base + "..")
        .should()
        .callMethodWhere(
            describe(
                "the system's time or a random id is taken",
                call ->
                    List.of("now", "randomUUID", "currentTimeMillis", "nanoTime")
                            .contains(call.getName())
                        && call.getTarget().getOwner().getPackageName().startsWith("java")))
        .as("time and ids are arguments");
  }

  ArchRule noBinaryFractions() {
    return ArchRuleDefinition.noFields()
        .should(
            new ArchCondition<JavaField>("be a double or float") {
              @Override
              public void check(JavaField field, ConditionEvents events) {
                boolean binary = BINARY.contains(field.getRawType().getName());
                events.add(new SimpleConditionEvent(field, binary, field.getFullName()));
              }
            })
        .as("no binary fractions near money");
  }

  private static final Set<String> BINARY =
      Set.of("double", "float", "java.lang.Double", "java.lang.Float");

  ArchRule rootsKnowNoTransport() {
    return noClasses()
        .that()
        .resideInAPackage(base + ".*")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.ws.rs..", "com.fasterxml..", "org.hibernate..")
        .as("feature roots know no transport and no database");
  }

  ArchRule namesSayWhatThingsAre() {
    return noClasses()
        .that()
        .resideInAPackage(base + "..")
        .should()
        .haveSimpleNameEndingWith("Impl")
        .orShould()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Util")
        .as("names say what things are");
  }

  List<ArchRule> all() {
    return List.of(
        modelIsPure(),
        arrowsPointInwards(),
        featuresMeetAtTheirRoots(),
        timeIsAnArgument(),
        noBinaryFractions(),
        rootsKnowNoTransport(),
        namesSayWhatThingsAre());
  }

  private record Place(String feature, String role) {}

  @FunctionalInterface
  private interface Forbidden {
    boolean test(Place from, Place to);
  }

  private Place place(JavaClass type) {
    String rest = type.getPackageName().substring(base.length() + 1);
    int dot = rest.indexOf('.');
    return dot < 0
        ? new Place(rest, "")
        : new Place(rest.substring(0, dot), rest.substring(dot + 1));
  }

  private boolean isOurs(JavaClass type) {
    return type.getPackageName().startsWith(base + ".");
  }

  private ArchCondition<JavaClass> notDependOn(String what, Forbidden forbidden) {
    return new ArchCondition<>("not depend on " + what) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          JavaClass target = dependency.getTargetClass();
          if (isOurs(type) && isOurs(target) && forbidden.test(place(type), place(target))) {
            events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
          }
        }
      }
    };
  }

  private static DescribedPredicate<JavaCall<?>> describe(
      String text, Predicate<JavaCall<?>> test) {
    return DescribedPredicate.describe(text, test);
  }
}
