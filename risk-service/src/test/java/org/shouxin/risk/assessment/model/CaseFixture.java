package org.shouxin.risk.assessment.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouxin.chassis.money.Money;

/** A sound applicant, one part of whom a test replaces. */
record CaseFixture(
    AssessmentFacts.Loan loan,
    AssessmentFacts.Applicant applicant,
    AssessmentFacts.Phone phone,
    AssessmentFacts.Identity identity,
    AssessmentFacts.Bureau bureau,
    AssessmentFacts.Standing standing,
    List<AssessmentFacts.Hit> hits,
    LocalDate day) {

  static final UUID ENTRY = new UUID(0, 9);

  static CaseFixture sound() {
    return new CaseFixture(
        new AssessmentFacts.Loan(
            "CONSUMER", cny("20000.00"), 12, RepaymentMethod.EQUAL_INSTALMENT, "DAILY_CONSUMPTION"),
        new AssessmentFacts.Applicant(35, cny("12000.00"), cny("1000.00")),
        new AssessmentFacts.Phone(PhoneStatus.ACTIVE, 48, Match.MATCH),
        new AssessmentFacts.Identity(Match.MATCH, Match.NOT_EVALUATED),
        new AssessmentFacts.Bureau(
            true, 1, cny("5000.00"), 1, 0, "0.20", "0.80", Map.of("employer", "known")),
        new AssessmentFacts.Standing(100, List.of(), cny("0.00")),
        List.of(),
        LocalDate.of(2026, 6, 1));
  }

  AssessmentFacts facts() {
    return new AssessmentFacts(
        new UUID(0, 1),
        new UUID(0, 2),
        new UUID(0, 3),
        null,
        Instant.parse("2026-06-01T02:03:04.005Z"),
        day,
        loan,
        applicant,
        phone,
        identity,
        bureau,
        standing,
        hits);
  }

  CaseFixture with(AssessmentFacts.Loan other) {
    return new CaseFixture(other, applicant, phone, identity, bureau, standing, hits, day);
  }

  CaseFixture with(AssessmentFacts.Applicant other) {
    return new CaseFixture(loan, other, phone, identity, bureau, standing, hits, day);
  }

  CaseFixture with(AssessmentFacts.Phone other) {
    return new CaseFixture(loan, applicant, other, identity, bureau, standing, hits, day);
  }

  CaseFixture with(AssessmentFacts.Identity other) {
    return new CaseFixture(loan, applicant, phone, other, bureau, standing, hits, day);
  }

  CaseFixture with(AssessmentFacts.Bureau other) {
    return new CaseFixture(loan, applicant, phone, identity, other, standing, hits, day);
  }

  CaseFixture with(AssessmentFacts.Standing other) {
    return new CaseFixture(loan, applicant, phone, identity, bureau, other, hits, day);
  }

  CaseFixture listed(String state) {
    return new CaseFixture(
        loan,
        applicant,
        phone,
        identity,
        bureau,
        standing,
        List.of(new AssessmentFacts.Hit(ENTRY, state, "PERSON")),
        day);
  }

  CaseFixture on(LocalDate other) {
    return new CaseFixture(loan, applicant, phone, identity, bureau, standing, hits, other);
  }

  static Money cny(String amount) {
    return Money.of(amount, "CNY");
  }
}
