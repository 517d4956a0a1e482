package org.shouxin.chassis.persistence;

/**
 * A statement of PostgreSQL's own. Parameters are written {@code $1} and may be arrays, so that one
 * statement carries a whole batch.
 */
public record Statement(String sql, Object... parameters) {}
