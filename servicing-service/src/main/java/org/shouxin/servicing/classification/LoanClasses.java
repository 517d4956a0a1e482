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

  /** Partitions of the loans; each is classified in a transaction of its own. */
  int PARTITIONS = 64;

  /**
   * What classifying a partition changed, minor units: what is to be posted.
   *
   * @param loans loans that were judged
   * @param changed loans whose class changed
   */
  record Moved(
      String currency,
      long loans,
      long changed,
      long provisionMinor,
      long suspendedInterestMinor,
      long suspendedPenaltyMinor) {}

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

  /** Classifies every loan of a partition at the end of a day and says what moved. */
  Uni<List<Moved>> classify(int partition, LocalDate day, List<ClassFloor> floors);

  /** Notes that the partition is done for the day. */
  Uni<Void> done(int partition, LocalDate day, Moved moved, UUID groupIdOrNull);

  Uni<List<ClassFigures>> figures();

  /** The last day that was classified whole; empty when none was. */
  Uni<Optional<LocalDate>> lastDay();

  /** The class a loan has; NORMAL when it was never classified. */
  Uni<AssetClass> current(UUID loanId);

  Uni<List<Change>> changes(UUID loanId);

  Uni<Void> watch(UUID loanId, Watch watch);
}
