package org.shouxin.servicing.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.shouxin.chassis.money.Money;

/**
 * Every account's balance at the end of a business day; debits less credits.
 *
 * @param recordedUntil the moment at which the books are looked at; null for now
 * @param sum zero, always
 */
public record TrialBalance(LocalDate asOf, Instant recordedUntil, List<Line> lines, Money sum) {

  /** One account; debit balances are positive, credit balances negative. */
  public record Line(String account, String kind, String nameZh, String nameEn, Money balance) {}
}
