package org.shouxin.servicing.bench.payments;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.shouxin.servicing.testing.Lender;
import org.shouxin.servicing.testing.Lender.Borrower;
import org.shouxin.servicing.testing.Lender.Deal;

/**
 * Many active loans whose first instalment is due today, each with a debit at the bank. One is
 * opened, paid out and brought to its due day by the service itself; the others are its copies,
 * made by SQL that asks the database for the columns.
 */
record Book(String jdbcUrl, int loans, BigDecimal amount) {

  private static final Deal DEAL = new Deal("12000.00", "0.12", "EQUAL_INSTALMENT", 12);
  private static final String LOAN_PREFIX = "01900000000070008000";
  private static final String ORDER_PREFIX = "01900000000070009000";
  private static final String FUNCTIONS =
      """
      create function bench_loan(n bigint) returns uuid language sql immutable return
        ('%s' || lpad(to_hex(n), 12, '0'))::uuid;
      create function bench_order(n bigint) returns uuid language sql immutable return
        ('%s' || lpad(to_hex(n), 12, '0'))::uuid;
      create function bench_copy(target text, wanted text, replaced jsonb, loans bigint)
        returns void language plpgsql as $$
      declare
        names text;
        terms text;
      begin
        select string_agg(quote_ident(column_name), ', '),
          string_agg(coalesce(replaced ->> column_name, 't.' || quote_ident(column_name)), ', ')
          into names, terms
        from information_schema.columns
        where table_name = target and is_generated = 'NEVER' and identity_generation is null;
        execute format('insert into %%I (%%s) select %%s from %%I t, generate_series(1, %%s) n %%s',
          target, names, terms, target, loans, wanted);
      end
      $$;"""
          .formatted(LOAN_PREFIX, ORDER_PREFIX);
  private static final String COPIES =
      """
      select bench_copy('loan', 'where t.id = ''%1$s''', '{"id": "bench_loan(n)"}', %2$d);
      select bench_copy('instalment', 'where t.loan_id = ''%1$s''',
        '{"id": "gen_random_uuid()", "loan_id": "bench_loan(n)"}', %2$d);
      insert into bank_order (id, kind, cause, loan_id, agreement, amount_minor, currency,
        business_date, state, settled_minor, attempts, next_attempt_at, created_at)
      select bench_order(n), 'DEBIT', 'SCHEDULED', bench_loan(n), 'bench', %3$d, 'CNY', day, 'SENT',
        0, 1, now() + interval '1 day', now()
      from generate_series(1, %2$d) n, business_day where state <> 'CLOSED';""";
  private static final String POSTED =
      "select count(*), count(distinct payment_id) from loan_transaction where payment_id is not null";

  static Book fill(String jdbcUrl, int loans) throws SQLException {
    Lender lender = new Lender();
    Borrower borrower = lender.borrower("0.00");
    UUID loan = lender.activeLoan(borrower, DEAL);
    lender.world.withdrawAll(borrower.card());
    lender.closeUntil(lender.dueDate(loan, 1));
    BigDecimal due = new BigDecimal(lender.balance(loan).getString("amountDue.amount"));
    long minor = due.movePointRight(2).longValueExact();
    try (Connection connection = DriverManager.getConnection(jdbcUrl);
        Statement statement = connection.createStatement()) {
      statement.execute(FUNCTIONS);
      statement.execute(COPIES.formatted(loan, loans, minor));
      statement.execute("vacuum (freeze, analyze)");
    }
    return new Book(jdbcUrl, loans, due);
  }

  UUID loan(int number) {
    return id(LOAN_PREFIX, number);
  }

  UUID order(int number) {
    return id(ORDER_PREFIX, number);
  }

  private static UUID id(String prefix, int number) {
    String hex = prefix + "%012x".formatted(number + 1);
    return new UUID(
        Long.parseUnsignedLong(hex.substring(0, 16), 16),
        Long.parseUnsignedLong(hex.substring(16), 16));
  }

  /** Every payment that was answered is in the books, once. */
  void assertPosted(long answered) {
    try (Connection connection = DriverManager.getConnection(jdbcUrl);
        Statement statement = connection.createStatement();
        ResultSet counts = statement.executeQuery(POSTED)) {
      counts.next();
      if (counts.getLong(1) != answered || counts.getLong(2) != answered) {
        throw new IllegalStateException(
            "%d answered, %d posted, %d different"
                .formatted(answered, counts.getLong(1), counts.getLong(2)));
      }
      System.out.println(answered + " payments answered, each posted once");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
