package org.shouxin.risk.dataset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import org.shouxin.risk.dataset.ColumnSpec.Kind;
import org.shouxin.risk.dataset.ColumnSpec.Role;

/**
 * Proposes a schema from a file: a column whose every cell is a number is numeric, any other is
 * categorical; a whole number that counts the rows is an id and ignored; traits protected by name
 * are measured and not scored on; a column of months is the period. Written as JSON, it can be
 * edited and given back.
 */
public final class InferSchema {

  private static final int LEVELS_MAX = 200;
  private static final Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])(-\\d{2})?");
  private static final Set<String> BAD_WORDS = Set.of("1", "bad", "true", "yes", "default");

  private InferSchema() {}

  /**
   * @param target name of the column to predict
   * @param bad its text that means bad; the file's one known bad word when null
   */
  public static Schema of(CsvText text, String target, String bad) throws IOException {
    List<Seen> seen = new ArrayList<>();
    text.read(
        (number, cells) -> {
          for (int i = 0; i < cells.size(); i++) {
            if (number == 1) {
              seen.add(new Seen(cells.get(i)));
            } else {
              seen.get(i).see(cells.get(i).strip());
            }
          }
        });
    Seen outcome =
        seen.stream()
            .filter(each -> each.name.equals(target))
            .findFirst()
            .orElseThrow(
                () -> new DataRefused("DATA_HAS_TARGET", "no column " + target + " in the header"));
    List<ColumnSpec> columns = new ArrayList<>();
    boolean hasPeriod = false;
    for (Seen each : seen) {
      Role role = each == outcome ? Role.TARGET : each.role();
      boolean second = role == Role.PERIOD && hasPeriod;
      hasPeriod |= role == Role.PERIOD;
      columns.add(ColumnSpec.of(each.name, each.kind(), second ? Role.IGNORED : role));
    }
    return new Schema(bad == null ? outcome.bad() : bad, columns);
  }

  private static final class Seen {
    private final String name;
    private final Set<String> levels = new HashSet<>();
    private boolean numeric = true;
    private boolean counting = true;
    private boolean months = true;
    private double last = Double.NaN;
    private long rows;
    private boolean tooMany;

    Seen(String name) {
      this.name = name;
    }

    void see(String cell) {
      if (cell.isEmpty()) {
        counting = false;
        return;
      }
      rows++;
      OptionalDouble number = Cells.number(cell);
      numeric &= number.isPresent();
      months = months && MONTH.matcher(cell).matches();
      double value = number.orElse(Double.NaN);
      counting &= number.isPresent() && (rows == 1 || value == last + 1);
      last = value;
      if (levels.size() < LEVELS_MAX) {
        levels.add(cell);
      } else {
        tooMany |= !levels.contains(cell);
      }
    }

    Kind kind() {
      return numeric ? Kind.NUMERIC : Kind.CATEGORICAL;
    }

    Role role() {
      if (ProtectedTraits.isProtected(name)) {
        return Role.TRAIT;
      }
      if (months && rows > 0) {
        return Role.PERIOD;
      }
      boolean id = counting && rows > LEVELS_MAX;
      return id || rows == 0 || !numeric && tooMany ? Role.IGNORED : Role.FEATURE;
    }

    String bad() {
      List<String> known =
          levels.stream()
              .filter(each -> BAD_WORDS.contains(each.toLowerCase(Locale.ROOT)))
              .toList();
      if (known.size() != 1) {
        throw new DataRefused(
            "DATA_BAD_NAMED", "say which value of " + name + " means bad, found " + head());
      }
      return known.get(0);
    }

    private List<String> head() {
      return levels.stream().sorted().limit(5).toList();
    }
  }
}
