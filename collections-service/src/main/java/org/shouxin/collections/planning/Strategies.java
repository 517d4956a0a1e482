package org.shouxin.collections.planning;

import java.time.LocalDate;
import org.shouxin.collections.planning.model.Strategy;

/** The contact strategies, by the day from which each plans. */
public interface Strategies {
  /** The newest one that has begun; before the first, the first. */
  Strategy at(LocalDate day);
}
