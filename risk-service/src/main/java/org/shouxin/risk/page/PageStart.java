package org.shouxin.risk.page;

import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.page.Cursor;
import org.shouxin.chassis.problem.Invalid;

/** Where a page of a list that is sorted by id starts. */
public final class PageStart {

  private PageStart() {}

  /** Id of the last item seen, null for the first page; a foreign cursor is invalid. */
  public static UUID after(String cursor) {
    List<String> sortKey = Cursor.decode(cursor, 1);
    try {
      return sortKey.isEmpty() ? null : UUID.fromString(sortKey.get(0));
    } catch (IllegalArgumentException foreign) {
      throw Invalid.field("cursor", "CURSOR", "not a cursor of this list");
    }
  }
}
