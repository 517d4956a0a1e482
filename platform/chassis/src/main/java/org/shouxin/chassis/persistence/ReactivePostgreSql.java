package org.shouxin.chassis.persistence;

import java.sql.Types;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;

/**
 * PostgreSQL as the reactive driver reports it: it names the type of a column but gives no type
 * code for {@code text}, {@code uuid}, {@code date} and others, so the validation of the schema
 * would refuse a text column for a string. Where the driver has no code, only the column's presence
 * is checked.
 */
public class ReactivePostgreSql extends PostgreSQLDialect {

  public ReactivePostgreSql() {}

  public ReactivePostgreSql(DialectResolutionInfo info) {
    super(info);
  }

  @Override
  public boolean equivalentTypes(int expected, int found) {
    return found == Types.NULL || super.equivalentTypes(expected, found);
  }
}
