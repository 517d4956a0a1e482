package org.shouxin.servicing.reconciliation;

import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.page.Cursor;
import org.shouxin.chassis.problem.Invalid;

/** Where a page of a list goes on that is ordered by id. */
final class IdCursor {

  private IdCursor() {}

  /** The id behind which the page begins; below every id for null. */
  static UUID after(String cursor) {
    List<String> key = Cursor.decode(cursor, 1);
    try {
      return key.isEmpty() ? new UUID(0, 0) : UUID.fromString(key.get(0));
    } catch (IllegalArgumentException notAnId) {
      throw Invalid.field("cursor", "CURSOR", "not a cursor of this list");
    }
  }
}
