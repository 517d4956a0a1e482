package org.shouxin.risk.dataset;

import java.util.List;
import java.util.Map;
import org.shouxin.risk.dataset.ColumnSpec.Kind;

/** Lays values out in a model's order, from one request or from a row of a dataset alike. */
public final class RowReader {

  /** A feature the model reads. */
  public record Slot(String name, Kind kind) {}

  private final List<Slot> slots;

  public RowReader(List<Slot> slots) {
    this.slots = List.copyOf(slots);
  }

  public List<Slot> slots() {
    return slots;
  }

  /**
   * @param values texts by feature name; left out or blank is missing, other names are not looked
   *     at
   * @throws DataRefused DATA_NUMBER when a numeric feature's text is no finite number
   */
  public Row of(Map<String, String> values) {
    double[] numbers = new double[slots.size()];
    String[] levels = new String[slots.size()];
    for (int i = 0; i < numbers.length; i++) {
      Slot slot = slots.get(i);
      String text = values.get(slot.name());
      if (slot.kind() == Kind.NUMERIC) {
        numbers[i] = Cells.finiteOrMissing(text, slot.name());
      } else {
        numbers[i] = Double.NaN;
        levels[i] = Cells.levelOrMissing(text);
      }
    }
    return new Row(numbers, levels);
  }

  /** A row of a dataset; a feature the dataset does not have is missing. */
  public Row at(Dataset data, int row) {
    double[] numbers = new double[slots.size()];
    String[] levels = new String[slots.size()];
    for (int i = 0; i < numbers.length; i++) {
      Slot slot = slots.get(i);
      Column column = data.feature(slot.name());
      boolean numeric = slot.kind() == Kind.NUMERIC;
      if (column != null && column.isNumeric() != numeric) {
        throw new DataRefused(
            "DATA_KIND_OF_MODEL", "the model reads " + slot.name() + " as " + slot.kind());
      }
      numbers[i] = column == null || !numeric ? Double.NaN : column.number(row);
      levels[i] = column == null || numeric ? null : column.level(row);
    }
    return new Row(numbers, levels);
  }
}
