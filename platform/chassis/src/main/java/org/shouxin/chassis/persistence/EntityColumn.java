package org.shouxin.chassis.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One column of an entity, as its annotations name it.
 *
 * @param holder the entity's own field
 * @param part the field of the record embedded in the holder, or of the parent that the holder
 *     refers to; null when the holder has the value itself
 * @param java the type of the value
 */
record EntityColumn(String name, Field holder, Field part, Class<?> java) {

  /** The columns of an entity; what other rows refer to it by is left out. */
  static List<EntityColumn> of(Class<?> entity) {
    List<EntityColumn> columns = new ArrayList<>();
    for (Field field : entity.getDeclaredFields()) {
      if (!isStored(field)) {
        continue;
      }
      field.setAccessible(true);
      if (field.isAnnotationPresent(Embedded.class)) {
        for (RecordComponent component : field.getType().getRecordComponents()) {
          Field part = part(field.getType(), component.getName());
          columns.add(new EntityColumn(name(part), field, part, part.getType()));
        }
      } else if (field.isAnnotationPresent(JoinColumn.class)) {
        String name = field.getAnnotation(JoinColumn.class).name();
        Field id = idOf(field.getType());
        columns.add(new EntityColumn(name, field, id, id.getType()));
      } else {
        columns.add(new EntityColumn(name(field), field, null, field.getType()));
      }
    }
    return List.copyOf(columns);
  }

  private static Field part(Class<?> record, String name) {
    try {
      Field part = record.getDeclaredField(name);
      part.setAccessible(true);
      return part;
    } catch (NoSuchFieldException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Field idOf(Class<?> entity) {
    Field id =
        Arrays.stream(entity.getDeclaredFields())
            .filter(field -> field.isAnnotationPresent(Id.class))
            .findFirst()
            .orElseThrow();
    id.setAccessible(true);
    return id;
  }

  private static boolean isStored(Field field) {
    return !Modifier.isStatic(field.getModifiers())
        && !Modifier.isTransient(field.getModifiers())
        && !field.isAnnotationPresent(Transient.class)
        && !field.isAnnotationPresent(OneToMany.class)
        && !field.getName().startsWith("$$");
  }

  private static String name(Field field) {
    Column column = field.getAnnotation(Column.class);
    return column == null || column.name().isEmpty() ? field.getName() : column.name();
  }

  boolean isId() {
    return holder.isAnnotationPresent(Id.class);
  }

  boolean isVersion() {
    return holder.isAnnotationPresent(Version.class);
  }

  boolean isParent() {
    return holder.isAnnotationPresent(JoinColumn.class);
  }

  ColumnType type() {
    return ColumnType.of(java);
  }

  Object value(Object entity) {
    try {
      Object held = holder.get(entity);
      return ColumnType.toDriver(part == null || held == null ? held : part.get(held));
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
