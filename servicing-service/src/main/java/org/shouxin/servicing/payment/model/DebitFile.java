package org.shouxin.servicing.payment.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.FieldError;
import org.shouxin.chassis.problem.Invalid;

/**
 * The bank's file of what became of debits. It is taken whole or refused whole: every broken line
 * is named with its field before the first one has an effect.
 */
public record DebitFile(List<Line> lines) {

  /** Most lines of one file; a bank with more sends several. */
  public static final int LINES_MAX = 10_000;

  private static final int ERRORS_MAX = 100;
  private static final int TEXT_LENGTH_MAX = 200;
  private static final Set<String> FIELDS =
      Set.of("requestId", "status", "collected", "currency", "reason", "bankReference");

  /**
   * A line as it was written.
   *
   * @param number counted from 1, a header included
   * @param fields texts by the field's name; what is empty is left out
   */
  public record Written(int number, Map<String, String> fields) {}

  /**
   * What became of one debit.
   *
   * @param collected null when the debit failed
   */
  public record Line(
      int number, UUID requestId, Money collected, String reason, String bankReference) {

    public boolean succeeded() {
      return collected != null;
    }
  }

  public DebitFile {
    lines = List.copyOf(lines);
  }

  /** The file, or {@link Invalid} naming lines and fields. */
  public static DebitFile of(List<Written> written) {
    if (written.isEmpty() || written.size() > LINES_MAX) {
      throw Invalid.field("/lines", "DEBIT_FILE_LINES", "a file has 1 to " + LINES_MAX + " lines");
    }
    Reading reading = new Reading();
    List<Line> lines = new ArrayList<>(written.size());
    for (Written line : written) {
      lines.add(reading.line(line));
      if (reading.errors.size() >= ERRORS_MAX) {
        break;
      }
    }
    if (!reading.errors.isEmpty()) {
      throw new Invalid(reading.errors);
    }
    return new DebitFile(lines);
  }

  /** A fault of a line, as a pointer into the file. */
  public static FieldError fault(int line, String field, String rule, String detail) {
    return new FieldError("/lines/" + line + (field.isEmpty() ? "" : "/" + field), rule, detail);
  }

  private static final class Reading {
    private final List<FieldError> errors = new ArrayList<>();
    private final Map<UUID, Integer> seen = new HashMap<>();
    private Written at;

    Line line(Written written) {
      at = written;
      for (String field : written.fields().keySet()) {
        if (!FIELDS.contains(field)) {
          fault(field, "DEBIT_FILE_FIELD", "no such field");
        }
      }
      UUID id = requestId();
      boolean succeeded = succeeded();
      return new Line(
          written.number(),
          id,
          succeeded ? collected() : null,
          text("reason"),
          succeeded ? required("bankReference") : text("bankReference"));
    }

    private UUID requestId() {
      try {
        UUID id = UUID.fromString(required("requestId"));
        Integer earlier = seen.putIfAbsent(id, at.number());
        if (earlier != null) {
          fault("requestId", "DEBIT_FILE_TWICE", "told before in line " + earlier);
        }
        return id;
      } catch (IllegalArgumentException notAnId) {
        fault("requestId", "DEBIT_FILE_REQUEST_ID", "not the id of a debit");
        return null;
      }
    }

    private boolean succeeded() {
      String status = required("status");
      if (!"SUCCEEDED".equals(status) && !"FAILED".equals(status)) {
        fault("status", "DEBIT_FILE_STATUS", "SUCCEEDED or FAILED");
      }
      return "SUCCEEDED".equals(status);
    }

    private Money collected() {
      try {
        Money collected = Money.of(required("collected"), required("currency"));
        if (!collected.isPositive()) {
          fault("collected", "DEBIT_FILE_AMOUNT", "more than zero");
        }
        return collected;
      } catch (IllegalArgumentException notMoney) {
        fault("collected", "DEBIT_FILE_AMOUNT", "not an amount of this currency");
        return null;
      }
    }

    private String required(String field) {
      String text = text(field);
      if (text == null) {
        fault(field, "DEBIT_FILE_REQUIRED", "missing");
      }
      return text == null ? "" : text;
    }

    private String text(String field) {
      String text = at.fields().get(field);
      if (text != null && text.length() > TEXT_LENGTH_MAX) {
        fault(field, "LENGTH", "at most " + TEXT_LENGTH_MAX + " characters");
      }
      return text;
    }

    private void fault(String field, String rule, String detail) {
      if (errors.stream().noneMatch(e -> e.field().equals("/lines/" + at.number() + "/" + field))) {
        errors.add(DebitFile.fault(at.number(), field, rule, detail));
      }
    }
  }
}
