package org.shouxin.servicing.reconciliation.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.FieldError;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.servicing.reconciliation.model.StatementLine.Direction;

/**
 * Reads a statement file: CSV (RFC 4180) in UTF-8 with the header {@value #HEADER}. A file is taken
 * whole or not at all; every fault names its line (the header is line 1) and its field.
 */
public final class StatementCsv {

  public static final String HEADER =
      "seq,booked_at,direction,amount,currency,request_id,bank_reference,purpose";

  /** Most lines of a file, without the header. */
  public static final int LINES_MAX = 8_000;

  private static final int FAULTS_MAX = 20;
  private static final int TEXT_LENGTH_MAX = 200;
  private static final List<String> FIELDS = List.of(HEADER.split(","));

  private final List<FieldError> faults = new ArrayList<>();
  private final Set<String> references = new HashSet<>();

  private StatementCsv() {}

  /**
   * The lines of a file.
   *
   * @throws Invalid with up to twenty faults, the first ones
   */
  public static List<StatementLine> parse(String text) {
    return new StatementCsv().lines(text);
  }

  private List<StatementLine> lines(String text) {
    List<String> rows = text == null ? List.of() : text.lines().toList();
    if (rows.isEmpty() || !HEADER.equals(withoutMark(rows.get(0)))) {
      throw Invalid.field("/lines/1", "STATEMENT_HEADER", "the header is " + HEADER);
    }
    if (rows.size() - 1 > LINES_MAX) {
      throw Invalid.field("/lines", "STATEMENT_LINES_MAX", "at most " + LINES_MAX + " lines");
    }
    List<StatementLine> lines = new ArrayList<>();
    for (int i = 1; i < rows.size() && faults.size() < FAULTS_MAX; i++) {
      if (!rows.get(i).isBlank()) {
        StatementLine line = line(rows.get(i), i + 1);
        if (line != null) {
          lines.add(line);
        }
      }
    }
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
    return lines;
  }

  private StatementLine line(String row, int number) {
    List<String> cells = cells(row);
    if (cells == null || cells.size() != FIELDS.size()) {
      fault(number, "", "STATEMENT_COLUMNS", FIELDS.size() + " columns are asked for");
      return null;
    }
    int before = faults.size();
    Long seq = seq(cells.get(0), number);
    Instant bookedAt = bookedAt(cells.get(1), number);
    Direction direction = direction(cells.get(2), number);
    Money amount = amount(cells.get(3), cells.get(4), number);
    UUID orderId = orderId(cells.get(5), number);
    String reference = reference(cells.get(6), number);
    String purpose = text(cells.get(7), "purpose", number);
    return faults.size() > before
        ? null
        : new StatementLine(seq, bookedAt, direction, amount, orderId, reference, purpose);
  }

  private Long seq(String cell, int number) {
    try {
      long seq = Long.parseLong(cell);
      if (seq > 0) {
        return seq;
      }
    } catch (NumberFormatException notANumber) {
      fault(number, "seq", "STATEMENT_SEQ", "a whole number from 1 on");
      return null;
    }
    fault(number, "seq", "STATEMENT_SEQ", "a whole number from 1 on");
    return null;
  }

  private Instant bookedAt(String cell, int number) {
    try {
      return Instant.parse(cell);
    } catch (DateTimeException notAnInstant) {
      fault(number, "booked_at", "INSTANT", "an ISO instant, 2026-01-31T08:00:00Z");
      return null;
    }
  }

  private Direction direction(String cell, int number) {
    for (Direction direction : Direction.values()) {
      if (direction.name().equals(cell)) {
        return direction;
      }
    }
    fault(number, "direction", "STATEMENT_DIRECTION", "IN or OUT");
    return null;
  }

  private Money amount(String amount, String currency, int number) {
    try {
      Money money = Money.of(amount, currency);
      if (money.isPositive()) {
        return money;
      }
    } catch (RuntimeException notMoney) {
      fault(number, "amount", "MONEY_AMOUNT", "not an amount of a currency");
      return null;
    }
    fault(number, "amount", "STATEMENT_AMOUNT", "more than zero; the direction says which way");
    return null;
  }

  private UUID orderId(String cell, int number) {
    if (cell.isEmpty()) {
      return null;
    }
    try {
      return UUID.fromString(cell);
    } catch (IllegalArgumentException notAnId) {
      fault(number, "request_id", "STATEMENT_REQUEST_ID", "the id of an order, or empty");
      return null;
    }
  }

  private String reference(String cell, int number) {
    String reference = text(cell, "bank_reference", number);
    if (cell.isBlank()) {
      fault(number, "bank_reference", "STATEMENT_REFERENCE", "the bank's number of the booking");
    } else if (!references.add(cell)) {
      fault(number, "bank_reference", "STATEMENT_REFERENCE_TWICE", "named by a line before");
    }
    return reference;
  }

  private String text(String cell, String field, int number) {
    if (cell.length() > TEXT_LENGTH_MAX) {
      fault(number, field, "LENGTH", "at most " + TEXT_LENGTH_MAX + " characters");
    }
    return cell.isEmpty() ? null : cell;
  }

  private void fault(int number, String field, String rule, String detail) {
    String pointer = "/lines/" + number + (field.isEmpty() ? "" : "/" + field);
    faults.add(new FieldError(pointer, rule, detail));
  }

  private static String withoutMark(String header) {
    return header.startsWith("\uFEFF") ? header.substring(1) : header;
  }

  /** The cells of a row; null when a quoted cell does not end or has something behind it. */
  private static List<String> cells(String row) {
    List<String> cells = new ArrayList<>();
    int at = 0;
    while (true) {
      StringBuilder cell = new StringBuilder();
      boolean quoted = at < row.length() && row.charAt(at) == '"';
      at = quoted ? quoted(row, at + 1, cell) : plain(row, at, cell);
      if (at < 0 || at < row.length() && row.charAt(at) != ',') {
        return null;
      }
      cells.add(cell.toString());
      if (at >= row.length()) {
        return cells;
      }
      at++;
    }
  }

  private static int plain(String row, int from, StringBuilder cell) {
    int end = row.indexOf(',', from);
    int to = end < 0 ? row.length() : end;
    cell.append(row, from, to);
    return to;
  }

  private static int quoted(String row, int from, StringBuilder cell) {
    for (int at = from; at < row.length(); at++) {
      if (row.charAt(at) != '"') {
        cell.append(row.charAt(at));
      } else if (at + 1 < row.length() && row.charAt(at + 1) == '"') {
        cell.append('"');
        at++;
      } else {
        return at + 1;
      }
    }
    return -1;
  }
}
