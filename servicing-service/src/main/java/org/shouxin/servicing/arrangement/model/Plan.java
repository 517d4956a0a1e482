package org.shouxin.servicing.arrangement.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.shouxin.servicing.schedule.Rate;

/**
 * The schedule that an arrangement brings.
 *
 * @param rows the instalments that take the place of all that are not fully paid
 * @param costDifferenceMinor interest, penalty and fees of the new rows less those of the old ones;
 *     negative when the borrower pays less
 * @param rate the rate from now on
 */
public record Plan(List<NewInstalment> rows, long costDifferenceMinor, Rate rate) {

  public Plan {
    rows = List.copyOf(rows);
  }

  static Plan of(OpenLoan loan, List<NewInstalment> rows, Rate rate) {
    long before = loan.open().stream().mapToLong(OpenInstalment::costMinor).sum();
    long after = rows.stream().mapToLong(NewInstalment::costMinor).sum();
    return new Plan(rows, after - before, rate);
  }

  static Plan of(OpenLoan loan, List<NewInstalment> rows) {
    return of(loan, rows, loan.bearing().rate());
  }

  public LocalDate firstDueDate() {
    return rows.get(0).dueDate();
  }

  /** Due date that ends the second period after the first due date, or the last one there is. */
  public LocalDate secondPeriodEnd() {
    return rows.get(Math.min(3, rows.size()) - 1).dueDate();
  }

  /** SHA-256 of what the borrower is shown: number, due date and amounts of every row, and rate. */
  public String digest() {
    StringBuilder shown = new StringBuilder(rate.toString());
    for (NewInstalment row : rows) {
      shown
          .append('\n')
          .append(row.number())
          .append(' ')
          .append(row.dueDate())
          .append(' ')
          .append(row.principalMinor())
          .append(' ')
          .append(row.interestMinor())
          .append(' ')
          .append(row.penaltyMinor())
          .append(' ')
          .append(row.feesMinor());
    }
    try {
      byte[] bytes = shown.toString().getBytes(StandardCharsets.US_ASCII);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
