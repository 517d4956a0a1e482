package org.shouxin.chassis.persistence;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Entities that were read as locked rows, with what they held then; what changed is written. */
public final class CollectedChanges<T> implements Collected {

  private final EntityRows<T> rows;
  private final Map<T, Object[]> before = new IdentityHashMap<>();

  public CollectedChanges(EntityRows<T> rows) {
    this.rows = rows;
  }

  public void keep(Collection<T> read) {
    read.forEach(entity -> before.put(entity, rows.values(entity)));
  }

  public boolean knows(T entity) {
    return before.containsKey(entity);
  }

  @Override
  public List<Statement> statements() {
    return rows.update(before).stream().toList();
  }
}
