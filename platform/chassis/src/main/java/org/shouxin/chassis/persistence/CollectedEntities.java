package org.shouxin.chassis.persistence;

import java.util.ArrayList;
import java.util.List;

/** Entities that are only added: one insert for all, past the session. */
public final class CollectedEntities<T> implements Collected {

  private final EntityRows<T> rows;
  private final List<T> added = new ArrayList<>();

  public CollectedEntities(EntityRows<T> rows) {
    this.rows = rows;
  }

  public void add(T entity) {
    added.add(entity);
  }

  @Override
  public List<Statement> statements() {
    return added.isEmpty() ? List.of() : List.of(rows.insert(added));
  }
}
