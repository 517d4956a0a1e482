package org.shouxin.servicing.statement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.servicing.loan.ReadAccount;
import org.shouxin.servicing.loan.ReadAccount.Account;
import org.shouxin.servicing.loan.ReadAccount.Line;

/** What a borrower may have in writing: the account, what was paid in a year, that all is paid. */
@ApplicationScoped
public class PrintStatement {

  private static final int YEAR_MIN = 2000;
  private static final int YEAR_MAX = 2200;
  private static final List<String> PAYMENTS =
      List.of("PAYMENT", "PAYMENT_REVERSAL", "CREDIT_APPLIED", "TAKEN_BACK", "POSTED_AGAIN");

  private final ReadAccount accounts;

  PrintStatement(ReadAccount accounts) {
    this.accounts = accounts;
  }

  /** What was paid in a calendar year, payments taken back deducted. */
  public record InterestCertificate(
      UUID loanId,
      int year,
      LocalDate printedOn,
      Money interest,
      Money penalty,
      Money cost,
      Money principal) {}

  /** That nothing is owed any more. */
  public record SettlementCertificate(
      UUID loanId,
      LocalDate printedOn,
      LocalDate contractedOn,
      Money principal,
      LocalDate settledOn,
      Money paid) {}

  public Uni<Account> statement(UUID loanId, LocalDate from, LocalDate to) {
    return accounts.between(loanId, from, to);
  }

  public Uni<InterestCertificate> interest(UUID loanId, Integer year) {
    if (year == null || year < YEAR_MIN || year > YEAR_MAX) {
      throw Invalid.field("year", "YEAR_RANGE", "a year is from 2000 to 2200");
    }
    return accounts
        .between(loanId, null, null)
        .map(
            account -> {
              List<Line> paid =
                  account.lines().stream()
                      .filter(line -> PAYMENTS.contains(line.kind()))
                      .filter(line -> line.businessDate().getYear() == year)
                      .toList();
              Money nothing = account.header().principal().minus(account.header().principal());
              return new InterestCertificate(
                  loanId,
                  year,
                  account.printedOn(),
                  sum(paid, Line::interest, nothing),
                  sum(paid, Line::penalty, nothing),
                  sum(paid, Line::cost, nothing),
                  sum(paid, Line::principal, nothing));
            });
  }

  /** Refused as long as the loan is not closed by payment. */
  public Uni<SettlementCertificate> settlement(UUID loanId) {
    return accounts
        .between(loanId, null, null)
        .map(
            account -> {
              if (!"CLOSED".equals(account.header().state())) {
                throw RuleViolation.conflict("LOAN_NOT_SETTLED", "the loan is not paid off");
              }
              List<Line> paid =
                  account.lines().stream().filter(line -> PAYMENTS.contains(line.kind())).toList();
              Money nothing = account.header().principal().minus(account.header().principal());
              return new SettlementCertificate(
                  loanId,
                  account.printedOn(),
                  account.header().contractedOn(),
                  account.header().principal(),
                  paid.isEmpty() ? null : paid.get(paid.size() - 1).businessDate(),
                  sum(paid, Line::amount, nothing));
            });
  }

  private static Money sum(List<Line> lines, Function<Line, Money> part, Money nothing) {
    return lines.stream().map(part).reduce(nothing, Money::plus);
  }
}
