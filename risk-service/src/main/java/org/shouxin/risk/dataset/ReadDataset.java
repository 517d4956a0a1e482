package org.shouxin.risk.dataset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shouxin.risk.dataset.ColumnSpec.Kind;
import org.shouxin.risk.dataset.ColumnSpec.Role;

/** Reads the columns a schema names; every cell that does not fit is refused with its line. */
public final class ReadDataset {

  /** Levels a categorical column may have, count. */
  public static final int LEVELS_MAX = 1_000;

  private final Schema schema;
  private final List<Filling> fillings = new ArrayList<>();
  private final Map<String, List<String>> traits = new LinkedHashMap<>();
  private final List<String> periods = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private int[] at;
  private int targetAt;
  private Map<String, Integer> traitAt;
  private int periodAt;
  private int[] bad = new int[1024];
  private String good;
  private int rows;

  private ReadDataset(Schema schema) {
    this.schema = schema;
  }

  public static Dataset of(CsvText text, Schema schema) throws IOException {
    ReadDataset reading = new ReadDataset(schema);
    text.read(
        (number, cells) -> {
          if (number == 1) {
            reading.header(cells);
          } else {
            reading.row(number, cells);
          }
        });
    return reading.dataset(text.sha256());
  }

  private void header(List<String> header) {
    targetAt = header.indexOf(schema.target());
    if (targetAt < 0) {
      throw new DataRefused("DATA_HAS_TARGET", "no column " + schema.target() + " in the header");
    }
    for (ColumnSpec feature : schema.features()) {
      if (!header.contains(feature.name())) {
        throw new DataRefused("DATA_HAS_COLUMN", "no column " + feature.name() + " in the header");
      }
      fillings.add(new Filling(feature));
    }
    at = schema.features().stream().mapToInt(each -> header.indexOf(each.name())).toArray();
    traitAt = new LinkedHashMap<>();
    for (String trait : schema.named(Role.TRAIT)) {
      if (header.contains(trait)) {
        traitAt.put(trait, header.indexOf(trait));
        traits.put(trait, new ArrayList<>());
      } else {
        notes.add("trait " + trait + " is absent, fairness on it not measured");
      }
    }
    periodAt = schema.named(Role.PERIOD).stream().mapToInt(header::indexOf).findFirst().orElse(-1);
    header.stream()
        .filter(name -> schema.column(name).map(c -> c.role() == Role.IGNORED).orElse(true))
        .forEach(name -> notes.add("column " + name + " is ignored"));
  }

  private void row(long line, List<String> cells) {
    if (rows == bad.length) {
      bad = Arrays.copyOf(bad, rows * 2);
    }
    bad[rows] = label(line, cells.get(targetAt).strip());
    for (int i = 0; i < at.length; i++) {
      fillings.get(i).add(line, cells.get(at[i]));
    }
    traitAt.forEach((trait, index) -> traits.get(trait).add(cells.get(index).strip()));
    if (periodAt >= 0) {
      String month = cells.get(periodAt).strip();
      periods.add(month.length() > 7 ? month.substring(0, 7) : month);
    }
    rows++;
  }

  private int label(long line, String cell) {
    if (cell.equals(schema.bad())) {
      return 1;
    }
    if (good == null && !cell.isEmpty() && !cell.equals(schema.target())) {
      good = cell;
    }
    if (!cell.equals(good)) {
      throw new DataRefused(
          "DATA_TARGET_BINARY",
          "line %d: %s must be one of two values, found '%s'"
              .formatted(line, schema.target(), cell.length() > 32 ? cell.substring(0, 32) : cell));
    }
    return 0;
  }

  private Dataset dataset(String sha256) {
    Map<String, String[]> byTrait = new LinkedHashMap<>();
    traits.forEach((trait, values) -> byTrait.put(trait, values.toArray(String[]::new)));
    return new Dataset(
        sha256,
        fillings.stream().map(each -> each.column(rows)).toList(),
        Arrays.copyOf(bad, rows),
        byTrait,
        periodAt < 0 ? null : periods.toArray(String[]::new),
        notes);
  }

  private static final class Filling {
    private final ColumnSpec spec;
    private final Map<String, Integer> codeOf = new HashMap<>();
    private final List<String> levels = new ArrayList<>();
    private double[] numbers = new double[0];
    private int[] codes = new int[0];
    private int size;

    Filling(ColumnSpec spec) {
      this.spec = spec;
    }

    void add(long line, String cell) {
      if (spec.kind() == Kind.NUMERIC) {
        if (size == numbers.length) {
          numbers = Arrays.copyOf(numbers, Math.max(1024, size * 2));
        }
        numbers[size++] = Cells.numberOrMissing(cell, "line " + line + ": " + spec.name());
      } else {
        if (size == codes.length) {
          codes = Arrays.copyOf(codes, Math.max(1024, size * 2));
        }
        codes[size++] = code(Cells.levelOrMissing(cell));
      }
    }

    private int code(String level) {
      if (level == null) {
        return -1;
      }
      Integer known = codeOf.get(level);
      if (known != null) {
        return known;
      }
      if (levels.size() == LEVELS_MAX) {
        throw new DataRefused(
            "DATA_LEVELS_MAX", spec.name() + " has more than " + LEVELS_MAX + " levels");
      }
      levels.add(level);
      codeOf.put(level, levels.size() - 1);
      return levels.size() - 1;
    }

    Column column(int rows) {
      return spec.kind() == Kind.NUMERIC
          ? Column.ofNumbers(spec, Arrays.copyOf(numbers, rows))
          : Column.ofLevels(spec, Arrays.copyOf(codes, rows), levels);
    }
  }
}
