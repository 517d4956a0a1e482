package org.shouxin.collections.collectioncase.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollectionCaseTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final UUID ID = new UUID(1, 1);
  private static final UUID LOAN = new UUID(2, 2);
  private static final UUID BORROWER = new UUID(3, 3);

  private static Delinquency late(Stage stage, int daysPastDue, long amountMinor, LocalDate on) {
    return new Delinquency(LOAN, BORROWER, on, daysPastDue, stage, amountMinor, "CNY");
  }

  private static CollectionCase open() {
    return CollectionCase.open(ID, late(Stage.M1, 4, 50_000, DAY)).opened();
  }

  @Test
  void openingTellsAboutIt() {
    assertThat(CollectionCase.open(ID, late(Stage.M1, 4, 50_000, DAY)).events())
        .containsExactly(new CaseEvent.CaseOpened(ID, LOAN, BORROWER, 4, DAY));
  }

  @ParameterizedTest
  @CsvSource({
    "CURRENT, false",
    "GRACE, false",
    "M1, true",
    "M2, true",
    "M3, true",
    "M4_PLUS, true",
    "WRITTEN_OFF, false"
  })
  void onlyALoanPastGraceAndOnTheBooksNeedsACase(Stage stage, boolean needs) {
    assertThat(stage.needsCase()).isEqualTo(needs);
  }

  @ParameterizedTest
  @CsvSource({
    "M1, 999999, EARLY",
    "M1, 1000000, MIDDLE",
    "M2, 1, MIDDLE",
    "M3, 1, LATE",
    "M4_PLUS, 1, LATE"
  })
  void tierByStageAndAmount(Stage stage, long amountMinor, Tier tier) {
    assertThat(TierPolicy.tierOf(stage, amountMinor)).isEqualTo(tier);
  }

  @Test
  void theTierRisesWithItsDayAndNeverFalls() {
    CollectionCase opened = open();
    opened.delinquencyChanged(late(Stage.M2, 35, 90_000, DAY.plusDays(31)));
    assertThat(opened.tier()).isEqualTo(Tier.MIDDLE);
    assertThat(opened.tierSince()).isEqualTo(DAY.plusDays(31));
    opened.delinquencyChanged(late(Stage.M1, 10, 40_000, DAY.plusDays(33)));
    assertThat(opened.tier()).isEqualTo(Tier.MIDDLE);
    assertThat(opened.daysPastDue()).isEqualTo(10);
  }

  @Test
  void aCuredLoanClosesItsCase() {
    CollectionCase opened = open();
    assertThat(opened.delinquencyChanged(late(Stage.CURRENT, 0, 0, DAY.plusDays(2))))
        .containsExactly(
            new CaseEvent.CaseClosed(ID, LOAN, BORROWER, 0, CaseOutcome.CURED, DAY.plusDays(2)));
    assertThat(opened.isOpen()).isFalse();
  }

  @Test
  void graceAloneIsNoCure() {
    CollectionCase opened = open();
    assertThat(opened.delinquencyChanged(late(Stage.GRACE, 2, 10_000, DAY.plusDays(2)))).isEmpty();
    assertThat(opened.isOpen()).isTrue();
  }

  @Test
  void anOlderStatementIsIgnored() {
    CollectionCase opened = open();
    assertThat(opened.delinquencyChanged(late(Stage.CURRENT, 0, 0, DAY.minusDays(1)))).isEmpty();
    assertThat(opened.isOpen()).isTrue();
  }

  @Test
  void aWriteOffClosesItsCase() {
    CollectionCase opened = open();
    opened.loanWrittenOff(DAY.plusDays(200));
    assertThat(opened.outcome()).isEqualTo(CaseOutcome.WRITTEN_OFF);
  }

  @Test
  void itClosesOnce() {
    CollectionCase opened = open();
    opened.loanClosed(DAY);
    assertThat(opened.loanWrittenOff(DAY)).isEmpty();
    assertThat(opened.outcome()).isEqualTo(CaseOutcome.CURED);
  }

  @Test
  void aLostBorrowerWhoPaysHasRecovered() {
    CollectionCase opened = open();
    assertThat(opened.contactLost("VOICE", "EMPTY", DAY)).hasSize(1);
    assertThat(opened.contactLost("VOICE", "RECYCLED", DAY)).isEmpty();
    assertThat(opened.loanClosed(DAY.plusDays(9)))
        .hasExactlyElementsOfTypes(CaseEvent.CaseClosed.class, CaseEvent.BorrowerRecovered.class);
  }

  @Test
  void aLossFoundAgainStillCountsAsRecovery() {
    CollectionCase opened = open();
    opened.contactLost("VOICE", "EMPTY", DAY);
    assertThat(opened.contactFound("VOICE", "ACTIVE", DAY.plusDays(1)))
        .hasExactlyElementsOfTypes(CaseEvent.ContactFound.class);
    assertThat(opened.contactFound("VOICE", "ACTIVE", DAY.plusDays(1))).isEmpty();
    assertThat(opened.loanClosed(DAY.plusDays(9))).hasSize(2);
  }

  @Test
  void aWriteOffIsNoRecovery() {
    CollectionCase opened = open();
    opened.contactLost("VOICE", "RECYCLED", DAY);
    assertThat(opened.loanWrittenOff(DAY.plusDays(200)))
        .hasExactlyElementsOfTypes(CaseEvent.CaseClosed.class);
  }

  @Test
  void aClosedCaseHearsNothingOfReachability() {
    CollectionCase opened = open();
    opened.loanClosed(DAY);
    assertThat(opened.contactLost("VOICE", "EMPTY", DAY)).isEmpty();
    assertThat(opened.contactFound("VOICE", "ACTIVE", DAY)).isEmpty();
  }
}
