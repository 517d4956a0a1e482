package org.shouxin.risk.dataset;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shouxin.risk.dataset.ColumnSpec.Kind;
import org.shouxin.risk.dataset.ColumnSpec.Role;

/**
 * Columns of a file by name, inferred or written by hand.
 *
 * @param bad the target's text that means "turned bad", e.g. {@code 1} or {@code bad}
 */
public record Schema(String bad, List<ColumnSpec> columns) {

  /** Columns a file may have, count. */
  public static final int COLUMNS_MAX = 2_000;

  public Schema {
    if (bad == null || bad.isBlank() || columns == null) {
      throw new DataRefused("SCHEMA_COMPLETE", "the bad value and the columns are needed");
    }
    columns = List.copyOf(columns);
    if (columns.size() > COLUMNS_MAX) {
      throw new DataRefused(
          "DATA_COLUMNS_MAX", "more than " + COLUMNS_MAX + " columns: " + columns.size());
    }
    Set<String> seen = new HashSet<>();
    for (ColumnSpec column : columns) {
      if (!seen.add(column.name())) {
        throw new DataRefused("DATA_HEADER_UNIQUE", "column " + column.name() + " occurs twice");
      }
      if (column.isFeature() && ProtectedTraits.isProtected(column.name())) {
        throw new DataRefused(
            "TRAIT_NEVER_SCORED", "protected trait " + column.name() + " must not be a feature");
      }
    }
    if (columns.stream().filter(each -> each.role() == Role.TARGET).count() != 1) {
      throw new DataRefused("DATA_HAS_TARGET", "a schema has one target column");
    }
    if (columns.stream().filter(each -> each.role() == Role.PERIOD).count() > 1) {
      throw new DataRefused("SCHEMA_ONE_PERIOD", "a schema has at most one period column");
    }
  }

  public String target() {
    return columns.stream()
        .filter(each -> each.role() == Role.TARGET)
        .map(ColumnSpec::name)
        .findFirst()
        .orElseThrow();
  }

  public List<ColumnSpec> features() {
    return columns.stream().filter(ColumnSpec::isFeature).toList();
  }

  public List<String> named(Role role) {
    return columns.stream().filter(each -> each.role() == role).map(ColumnSpec::name).toList();
  }

  public Optional<ColumnSpec> column(String name) {
    return columns.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /** The same with some columns told apart as traits, which are never scored on. */
  public Schema withTraits(List<String> traits) {
    return with(traits, Role.TRAIT);
  }

  public Schema without(List<String> ignored) {
    return with(ignored, Role.IGNORED);
  }

  /** The same with directions for boosted trees; names that are no numeric feature are ignored. */
  public Schema withRising(List<String> names, int direction) {
    return new Schema(
        bad,
        columns.stream()
            .map(
                each ->
                    each.isFeature() && each.kind() == Kind.NUMERIC && names.contains(each.name())
                        ? each.rising(direction)
                        : each)
            .toList());
  }

  private Schema with(List<String> names, Role role) {
    return new Schema(
        bad,
        columns.stream()
            .map(
                each ->
                    names.contains(each.name()) && each.role() != Role.TARGET
                        ? each.as(role)
                        : each)
            .toList());
  }
}
