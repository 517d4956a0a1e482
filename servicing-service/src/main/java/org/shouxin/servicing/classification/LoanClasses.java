package org.shouxin.servicing.classification;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.servicing.classification.model.AssetClass;
import org.shouxin.servicing.classification.model.ClassFloor;
import org.shouxin.servicing.classification.model.Watch;

/** How loans are classified, and what was posted for it. */
public interface LoanClasses {

  /** Which loans are classified. */
  enum Scope {
    /** Those whose class does not accrue. */
    NON_ACCRUING,
    ALL
  }

  /**
   * What classifying a partition changed, minor units: what is to be posted.
   *
   * @param loans loans that were judged
   * @param changed loans whose class changed
   * @param suspendedGivenUpMinor suspended income of loans that were written off: none of it was
   *     earned, so it lessens the loss
   */
  record Moved(
      int partition,
      String currency,
      long loans,
      long changed,
      long provisionMinor,
      long suspendedInterestMinor,
      long suspendedPenaltyMinor,
      long suspendedGivenUpMinor) {

    Moved plus(Moved other) {
      return new Moved(
          partition,
          currency,
          loans + other.loans,
          changed + other.changed,
          provisionMinor + other.provisionMinor,
          suspendedInterestMinor + other.suspendedInterestMinor,
          suspendedPenaltyMinor + other.suspendedPenaltyMinor,
          suspendedGivenUpMinor + other.suspendedGivenUpMinor);
    }
  }

  /** One class in the report. */
  record ClassFigures(
      AssetClass assetClass,
      String nameZh,
      String nameEn,
      boolean accrues,
      long loans,
      Money principal,
      Money provision,
      Money suspended) {}

  /** A change of a loan's class; from is null for the first one. */
  record Change(LocalDate day, AssetClass from, AssetClass to, int daysPastDue) {}

  /** The loans that the operator wants classified at the close of each day. */
  Uni<Scope> eachDay();

  /** All partitions, in shares that are classified in a transaction each. */
  Uni<List<List<Integer>>> shares();

  /** Those that the close of a day has yet to classify, or to look at for such loans. */
  Uni<List<List<Integer>>> left(LocalDate day, Scope scope);

  /** Classifies loans of some partitions at the end of a day and says what moved in each. */
  Uni<List<Moved>> classify(
      List<Integer> partitions, LocalDate day, Scope scope, List<ClassFloor> floors);

  /** All loans of some partitions are done for the day. */
  record Done(LocalDate day, List<Integer> partitions, boolean atClose) {}

  Uni<Void> done(Done done, List<Moved> moved, UUID groupIdOrNull);

  /** Lets the watch of loans that are late on a day begin anew (CN-CLASS-02). */
  Uni<Void> restartWatches(LocalDate day);

  Uni<List<ClassFigures>> figures();

  /** The last day that was classified whole; empty when none was. */
  Uni<Optional<LocalDate>> lastDay();

  /** The class a loan has; NORMAL when it was never classified. */
  Uni<AssetClass> current(UUID loanId);

  Uni<List<Change>> changes(UUID loanId);

  Uni<Void> watch(UUID loanId, Watch watch);
}
