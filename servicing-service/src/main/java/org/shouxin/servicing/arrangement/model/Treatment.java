package org.shouxin.servicing.arrangement.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What becomes of the interest of a time in which nothing is asked for. */
public enum Treatment {
  /** The first instalment afterwards asks for it. */
  ADD_TO_FIRST,
  /** Every instalment afterwards asks for an even part of it. */
  SPREAD,
  /** As SPREAD, and what has not been asked for by then bears interest from the first one on. */
  CAPITALISE,
  /** The lender gives it up. */
  WAIVE;

  /**
   * @param rows the schedule with the interest in its first row
   * @param addedMinor interest of the time without instalments, contained in the first row
   */
  List<NewInstalment> apply(List<NewInstalment> rows, long addedMinor, Bearing bearing) {
    if (this == ADD_TO_FIRST) {
      return rows;
    }
    long[] parts = this == WAIVE ? new long[rows.size()] : Shares.even(addedMinor, rows.size());
    List<NewInstalment> treated = new ArrayList<>();
    long left = addedMinor;
    LocalDate from = null;
    for (int k = 0; k < rows.size(); k++) {
      NewInstalment row = rows.get(k);
      long onInterest =
          this == CAPITALISE && k > 0 ? bearing.between(left, from, row.dueDate()) : 0;
      treated.add(row.withInterest(parts[k] + onInterest - (k == 0 ? addedMinor : 0)));
      left -= parts[k];
      from = row.dueDate();
    }
    return treated;
  }
}
