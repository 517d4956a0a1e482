package org.shouxin.servicing.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shouxin.localstack.standin.StandInAdmin;

/** Whether nothing is doubled, lost or torn, read from the database and the bank's own journal. */
final class Books {

  private static final int STATEMENT_PAGE = 1_000;

  /** Of loans whose periods count thirty days a month, by the facts of their instalments. */
  private static final String RECEIVABLES =
      """
      with loans as (
        select
          sum(i.principal_minor - i.principal_paid_minor) as principal,
          sum(case when i.due_date <= r.day then i.interest_minor
              else i.interest_carried_minor
                + coalesce((i.interest_minor - i.interest_carried_minor)
                  * greatest(0, days_360(i.period_start, r.day))
                  / nullif(days_360(i.period_start, i.due_date), 0), 0)
              end - i.interest_paid_minor) as interest,
          sum(i.penalty_accrued_minor - i.penalty_stretch_minor
              + greatest(i.penalty_stretch_minor,
                  case when i.due_date > r.day then 0
                  else round((i.principal_minor - i.principal_paid_minor)
                    * l.penalty_rate * greatest(0, r.day - i.penalty_from) / 360)
                  end)
              - i.penalty_paid_minor) as penalty
        from loan l
        join accrual_partition p on p.partition = l.partition
        cross join lateral
          (select greatest(l.recognised_through, p.recognised_through) as day) r
        join instalment i on i.loan_id = l.id and i.replaced_on is null
        where l.state in ('ACTIVE', 'CLOSED')),
      ledger as (
        select
          coalesce(sum(amount_minor) filter (where account_code = '1101'), 0) as principal,
          coalesce(sum(amount_minor) filter (where account_code = '1102'), 0) as interest,
          coalesce(sum(amount_minor) filter (where account_code = '1103'), 0) as penalty
        from posting)
      select loans.*::text || ' of loans, ' || ledger.*::text || ' in the ledger'
      from loans, ledger where loans.principal is not null
        and (loans.principal, loans.interest, loans.penalty)
          is distinct from (ledger.principal, ledger.interest, ledger.penalty)""";

  /** Each query names what must not be: a row is a breach. */
  private static final Map<String, String> BREACHES =
      Map.of(
          "a posting group that does not sum to zero",
          "select group_id from posting group by group_id, currency having sum(amount_minor) <> 0",
          "a bank order settled but not posted once",
          """
          select o.id from bank_order o
          where o.state = 'SUCCEEDED' and (
            select count(*) from loan_transaction t
            where t.loan_id = o.loan_id and t.kind in ('PAYMENT', 'DISBURSEMENT')
              and (t.payment_id = o.id or o.kind = 'PAYOUT' and t.kind = 'DISBURSEMENT')
              and t.amount_minor = o.settled_minor) <> 1""",
          "a transfer taken but not posted once",
          """
          select i.bank_reference from incoming_transfer i
          where i.loan_id is not null and (
            select count(*) from loan_transaction t
            where t.payment_id = i.payment_id and t.kind = 'PAYMENT'
              and t.amount_minor = i.amount_minor) <> 1""",
          "a payment that nobody made",
          """
          select t.id from loan_transaction t
          where t.kind = 'PAYMENT' and not exists (
              select 1 from bank_order o where o.id = t.payment_id and o.state = 'SUCCEEDED')
            and not exists (
              select 1 from incoming_transfer i where i.payment_id = t.payment_id)""",
          "two scheduled debits of a loan on one day",
          """
          select loan_id from bank_order where cause = 'SCHEDULED'
          group by loan_id, business_date having count(*) > 1""",
          "a stream of events with a hole",
          """
          select key from outbox group by topic, key
          having max(aggregate_version) <> count(distinct aggregate_version)""",
          "a day told twice, or a closed day not told",
          """
          select d.day::text from business_day d
          where (select count(*) from outbox o where o.topic = 'servicing.day'
            and o.payload::json ->> 'date' = d.day::text)
            <> case d.state when 'CLOSED' then 1 else 0 end""",
          "receivables of the ledger that are not those of the loans",
          RECEIVABLES,
          "a posting group without its leaf in the log",
          """
          select g.id from posting_group g
          where not exists (select 1 from log_leaf l where l.id = g.log_leaf_id)""");

  private final Facts facts;
  private final StandInAdmin world;

  Books(Facts facts, StandInAdmin world) {
    this.facts = facts;
    this.world = world;
  }

  /** What is wrong inside the books, at any moment. */
  List<String> breaches() {
    List<String> found = new ArrayList<>();
    new TreeMap<>(BREACHES)
        .forEach(
            (breach, query) ->
                facts.column(query).stream()
                    .limit(5)
                    .forEach(row -> found.add(breach + ": " + row)));
    return found;
  }

  /** What differs between the bank's journal and ours, once every order is settled. */
  List<String> differencesFromTheBank() {
    Map<String, String> ours = new TreeMap<>();
    facts
        .column(
            """
            select bank_reference || case kind when 'PAYOUT' then ' OUT ' else ' IN ' end
              || settled_minor from bank_order where state = 'SUCCEEDED'
            union all
            select bank_reference || ' IN ' || amount_minor from incoming_transfer""")
        .forEach(entry -> ours.merge(entry, "ours", (one, two) -> "ours, twice"));
    Map<String, String> theirs = new TreeMap<>();
    statement().forEach(entry -> theirs.put(entry, "the bank's"));
    List<String> differences = new ArrayList<>();
    ours.forEach(
        (entry, whose) -> {
          if (theirs.remove(entry) == null || !whose.equals("ours")) {
            differences.add(whose + ": " + entry);
          }
        });
    theirs.forEach((entry, whose) -> differences.add(whose + ": " + entry));
    return differences;
  }

  void assertWhole() {
    assertThat(breaches()).isEmpty();
    assertThat(differencesFromTheBank()).isEmpty();
    StandInAdmin.BankTotals bank = world.bankTotals();
    long moved = bank.received().subtract(bank.paidOut()).movePointRight(2).longValueExact();
    assertThat(
            facts.column(
                "select coalesce(sum(amount_minor), 0) from posting where account_code = '1001'"))
        .containsExactly(Long.toString(moved));
  }

  private List<String> statement() {
    List<String> entries = new ArrayList<>();
    List<JsonObject> page;
    do {
      page = world.statement(entries.size() + 1L);
      page.forEach(entry -> entries.add(line(entry)));
    } while (page.size() == STATEMENT_PAGE);
    return entries;
  }

  private static String line(JsonObject entry) {
    String amount = entry.getJsonObject("amount").getString("amount");
    return "%s %s %d"
        .formatted(
            entry.getString("bankReference"),
            entry.getString("direction"),
            new BigDecimal(amount).movePointRight(2).longValueExact());
  }
}
