package org.shouxin.risk.boosting;

import java.util.List;
import java.util.Map;
import org.shouxin.risk.dataset.ColumnSpec.Kind;
import org.shouxin.risk.dataset.Dataset;
import org.shouxin.risk.dataset.Row;
import org.shouxin.risk.dataset.RowReader;

/** Turns a row into the numbers the trees compare; absent and unseen are NaN. */
public final class RowEncoder {

  private final List<TreeFeature> features;
  private final RowReader rows;

  public RowEncoder(List<TreeFeature> features) {
    this.features = List.copyOf(features);
    rows =
        new RowReader(
            features.stream().map(each -> new RowReader.Slot(each.name(), each.kind())).toList());
  }

  public RowReader rows() {
    return rows;
  }

  public int width() {
    return features.size();
  }

  public float[] encode(Row row) {
    float[] values = new float[features.size()];
    encode(row, values, 0);
    return values;
  }

  private void encode(Row row, float[] values, int from) {
    for (int i = 0; i < features.size(); i++) {
      TreeFeature feature = features.get(i);
      values[from + i] =
          feature.kind() == Kind.NUMERIC
              ? (float) row.number(i)
              : level(feature.levels(), row.level(i));
    }
  }

  private static float level(Map<String, Double> levels, String level) {
    Double number = level == null ? null : levels.get(level);
    return number == null ? Float.NaN : number.floatValue();
  }

  /** Rows one after the other, as the trainer takes them. */
  float[] encode(Dataset data, int[] wanted) {
    float[] values = new float[wanted.length * features.size()];
    for (int i = 0; i < wanted.length; i++) {
      encode(rows.at(data, wanted[i]), values, i * features.size());
    }
    return values;
  }
}
