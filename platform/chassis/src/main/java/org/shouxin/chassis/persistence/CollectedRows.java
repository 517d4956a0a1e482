package org.shouxin.chassis.persistence;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/** Rows for one insert that takes each column as an array. */
public final class CollectedRows implements Collected {

  private final String insert;
  private final Class<?>[] columns;
  private final List<Object[]> rows = new ArrayList<>();

  /**
   * @param insert the statement; {@code $1} is the array of the first column's values, and so on
   * @param columns the driver's type of each column
   */
  public CollectedRows(String insert, Class<?>... columns) {
    this.insert = insert;
    this.columns = columns.clone();
  }

  public void add(Object... row) {
    rows.add(row);
  }

  @Override
  public List<Statement> statements() {
    return List.of(new Statement(insert, arrays(rows, columns)));
  }

  /** The rows' values column by column, each column an array of its own type. */
  static Object[] arrays(List<Object[]> rows, Class<?>[] columns) {
    Object[] arrays = new Object[columns.length];
    for (int column = 0; column < columns.length; column++) {
      Object[] values = (Object[]) Array.newInstance(columns[column], rows.size());
      for (int row = 0; row < values.length; row++) {
        values[row] = rows.get(row)[column];
      }
      arrays[column] = values;
    }
    return arrays;
  }
}
