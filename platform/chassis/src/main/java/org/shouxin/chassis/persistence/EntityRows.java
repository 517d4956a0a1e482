package org.shouxin.chassis.persistence;

import jakarta.persistence.Table;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An entity's rows read and written without a session, for work on many at once: the same classes
 * and the same annotations, so that a column is named in one place. Enumerations are stored by
 * name. An object read here belongs to no session.
 */
public final class EntityRows<T> {

  private final Class<T> entity;
  private final String table;
  private final List<EntityColumn> columns;
  private final int id;
  private final int parent;
  private final Constructor<T> constructor;

  private EntityRows(Class<T> entity) {
    this.entity = entity;
    this.table = entity.getAnnotation(Table.class).name();
    this.columns = EntityColumn.of(entity);
    this.id = place(EntityColumn::isId);
    this.parent = place(EntityColumn::isParent);
    try {
      this.constructor = entity.getDeclaredConstructor();
    } catch (NoSuchMethodException notAnEntity) {
      throw new IllegalArgumentException(notAnEntity);
    }
    constructor.setAccessible(true);
  }

  private int place(Predicate<EntityColumn> wanted) {
    return IntStream.range(0, columns.size())
        .filter(i -> wanted.test(columns.get(i)))
        .findFirst()
        .orElse(-1);
  }

  public static <T> EntityRows<T> of(Class<T> entity) {
    return new EntityRows<>(entity);
  }

  /** The columns as a select lists them, with the alias of the table before each. */
  public String columns(String alias) {
    return columns.stream().map(c -> alias + "." + c.name()).collect(Collectors.joining(", "));
  }

  /** The entity of a row whose columns are those of {@link #columns}. */
  public T read(Object[] row) {
    T read = fresh();
    for (int i = 0; i < columns.size(); i++) {
      EntityColumn column = columns.get(i);
      if (column.isParent()) {
        continue;
      }
      if (column.part() == null) {
        set(column.holder(), read, ColumnType.toJava(row[i], column.java()));
      } else if (i == 0 || !columns.get(i - 1).holder().equals(column.holder())) {
        set(column.holder(), read, embedded(column.holder(), row, i));
      }
    }
    return read;
  }

  /** The same for an entity that refers to another one, its only parent. */
  public T read(Object[] row, Object parentEntity) {
    T read = read(row);
    set(columns.get(parent).holder(), read, parentEntity);
    return read;
  }

  /** The id of the parent that the row refers to. */
  public Object parentId(Object[] row) {
    return row[parent];
  }

  /** What the columns hold now; kept to see later what has changed. */
  public Object[] values(T of) {
    Object[] values = new Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = columns.get(i).value(of);
    }
    return values;
  }

  /**
   * Writes the columns in which at least one of the entities has changed, and counts the version
   * up; empty when nothing has. The rows must be locked.
   *
   * @param before what {@link #values} gave when they were read
   */
  public Optional<Statement> update(Map<T, Object[]> before) {
    List<Object[]> rows = new ArrayList<>();
    boolean[] changed = new boolean[columns.size()];
    before.forEach(
        (of, old) -> {
          Object[] now = values(of);
          if (mark(changed, old, now)) {
            rows.add(now);
          }
        });
    return rows.isEmpty() ? Optional.empty() : Optional.of(update(rows, changed));
  }

  /** Adds them all by one statement. */
  public Statement insert(Collection<T> added) {
    List<Object[]> rows = added.stream().map(this::values).toList();
    return new Statement(
        "insert into %s (%s) select * from unnest(%s)"
            .formatted(
                table,
                columns.stream().map(EntityColumn::name).collect(Collectors.joining(", ")),
                parameters(columns)),
        CollectedRows.arrays(rows, types(columns)));
  }

  private boolean mark(boolean[] changed, Object[] old, Object[] now) {
    boolean any = false;
    for (int i = 0; i < now.length; i++) {
      if (!columns.get(i).isVersion() && !Objects.equals(old[i], now[i])) {
        changed[i] = true;
        any = true;
      }
    }
    return any;
  }

  private Statement update(List<Object[]> rows, boolean[] changed) {
    int[] sent = IntStream.range(0, columns.size()).filter(i -> i == id || changed[i]).toArray();
    List<EntityColumn> named = Arrays.stream(sent).mapToObj(columns::get).toList();
    List<Object[]> values =
        rows.stream().map(row -> Arrays.stream(sent).mapToObj(i -> row[i]).toArray()).toList();
    String assignments =
        columns.stream()
            .filter(c -> c.isVersion() || named.contains(c) && !c.isId())
            .map(
                c ->
                    c.isVersion()
                        ? "%1$s = t.%1$s + 1".formatted(c.name())
                        : "%1$s = n.%1$s".formatted(c.name()))
            .collect(Collectors.joining(", "));
    return new Statement(
        "update %s t set %s from unnest(%s) as n (%s) where t.%5$s = n.%5$s"
            .formatted(
                table,
                assignments,
                parameters(named),
                named.stream().map(EntityColumn::name).collect(Collectors.joining(", ")),
                columns.get(id).name()),
        CollectedRows.arrays(values, types(named)));
  }

  private static String parameters(List<EntityColumn> columns) {
    return IntStream.range(0, columns.size())
        .mapToObj(i -> "$%d::%s".formatted(i + 1, columns.get(i).type().sql()))
        .collect(Collectors.joining(", "));
  }

  private static Class<?>[] types(List<EntityColumn> columns) {
    return columns.stream().map(c -> c.type().driver()).toArray(Class<?>[]::new);
  }

  private Object embedded(Field holder, Object[] row, int from) {
    RecordComponent[] parts = holder.getType().getRecordComponents();
    Object[] values = new Object[parts.length];
    Class<?>[] types = new Class<?>[parts.length];
    boolean empty = true;
    for (int i = 0; i < parts.length; i++) {
      types[i] = parts[i].getType();
      values[i] = ColumnType.toJava(row[from + i], types[i]);
      empty &= row[from + i] == null;
    }
    try {
      Constructor<?> canonical = holder.getType().getDeclaredConstructor(types);
      canonical.setAccessible(true);
      return empty ? null : canonical.newInstance(values);
    } catch (ReflectiveOperationException notARecord) {
      throw new IllegalStateException(notARecord);
    }
  }

  private T fresh() {
    try {
      return constructor.newInstance();
    } catch (InstantiationException | IllegalAccessException | InvocationTargetException failed) {
      throw new IllegalStateException(entity.getName(), failed);
    }
  }

  private static void set(Field field, Object of, Object value) {
    try {
      field.set(of, value);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
