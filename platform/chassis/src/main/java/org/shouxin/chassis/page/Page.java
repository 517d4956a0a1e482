package org.shouxin.chassis.page;

import java.util.List;

/**
 * One page of a list.
 *
 * @param nextCursor where the next page starts, null on the last page
 */
public record Page<T>(List<T> items, String nextCursor) {

  public Page {
    items = List.copyOf(items);
  }
}
