package org.shouxin.servicing.classification;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.classification.LoanClasses.Change;
import org.shouxin.servicing.classification.LoanClasses.ClassFigures;
import org.shouxin.servicing.classification.model.AssetClass;
import org.shouxin.servicing.ledger.Account;
import org.shouxin.servicing.ledger.ReadTrialBalance;
import org.shouxin.servicing.ledger.TrialBalance;

/** What the book is worth by class, and what was set aside for it. */
@ApplicationScoped
public class ReadProvision {

  private static final String CURRENCY = "CNY";

  private final LoanClasses classes;
  private final ReadTrialBalance trialBalance;
  private final UnitOfWork work;

  ReadProvision(LoanClasses classes, ReadTrialBalance trialBalance, UnitOfWork work) {
    this.classes = classes;
    this.trialBalance = trialBalance;
    this.work = work;
  }

  /**
   * The provision by class.
   *
   * @param classifiedOn the last day that was classified whole, or null
   * @param provision sum of the classes
   * @param allowance what the ledger has on the allowance account; equals the provision
   * @param nonPerforming principal of substandard, doubtful and loss
   */
  public record Report(
      LocalDate classifiedOn,
      List<ClassFigures> classes,
      Money principal,
      Money nonPerforming,
      Money provision,
      Money allowance,
      Money suspended) {}

  /** The class of a loan and how it came to it. */
  public record LoanClass(UUID loanId, AssetClass assetClass, List<Change> changes) {}

  public Uni<Report> report() {
    return work.reading(
        () ->
            classes
                .figures()
                .chain(
                    figures ->
                        classes
                            .lastDay()
                            .chain(
                                last ->
                                    trialBalance
                                        .asOf(null, null)
                                        .map(trial -> report(last.orElse(null), figures, trial)))));
  }

  /** For staff, who may see every loan. */
  public Uni<LoanClass> of(UUID loanId) {
    return work.reading(
        () ->
            classes
                .current(loanId)
                .chain(
                    now ->
                        classes
                            .changes(loanId)
                            .map(changes -> new LoanClass(loanId, now, changes))));
  }

  private static Report report(LocalDate last, List<ClassFigures> figures, TrialBalance trial) {
    Money allowance =
        trial.lines().stream()
            .filter(line -> line.account().equals(Account.LOAN_LOSS_ALLOWANCE.code()))
            .map(line -> line.balance().negate())
            .reduce(Money.zero(CURRENCY), Money::plus);
    return new Report(
        last,
        figures,
        sum(figures, ClassFigures::principal),
        sum(
            figures.stream()
                .filter(f -> f.assetClass().compareTo(AssetClass.SUBSTANDARD) >= 0)
                .toList(),
            ClassFigures::principal),
        sum(figures, ClassFigures::provision),
        allowance,
        sum(figures, ClassFigures::suspended));
  }

  private static Money sum(List<ClassFigures> figures, Function<ClassFigures, Money> of) {
    return figures.stream().map(of).reduce(Money.zero(CURRENCY), Money::plus);
  }
}
