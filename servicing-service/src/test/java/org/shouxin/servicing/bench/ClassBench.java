package org.shouxin.servicing.bench;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.shouxin.localstack.testing.LocalStackResource;

/**
 * What it costs to classify a whole book, to look again when nothing moved, to make the bureau's
 * monthly file of it, to look whether there are changes to report, to read trial balances and to
 * find what a bank statement lacks, on a durable database. Behind the open day lie sixty days on
 * which each loan had four groups of four postings, and two orders. Arguments: a directory, the
 * number of loans.
 */
public final class ClassBench {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 16);
  private static final int PAST_DAYS = 60;
  private static final String PAST =
      """
      set session_replication_role = replica;
      insert into business_day (day, state, opened_at, closed_at)
      select date '%1$s' - n, 'CLOSED', now() - make_interval(days => n + 1),
        now() - make_interval(days => n)
      from generate_series(1, %2$d) n;
      insert into posting_group (id, business_date, reason, log_leaf_id, recorded_at)
      select uuidv7(), date '%1$s' - day, 'bench', uuidv7(),
        now() - make_interval(days => day) - interval '1 hour'
      from generate_series(%2$d, 1, -1) day, generate_series(1, 4 * %3$d / %2$d);
      insert into posting (group_id, account_code, business_date, amount_minor, currency)
      select id, code, business_date, minor, 'CNY'
      from posting_group,
        (values ('1001', 150), ('1101', -100), ('1102', -40), ('4101', -10)) v (code, minor);
      insert into bank_order (id, kind, cause, loan_id, agreement, amount_minor, currency,
        business_date, state, settled_minor, attempts, created_at, settled_on)
      select uuidv7(), 'DEBIT', 'DUE', uuidv7(), 'bench', 100, 'CNY', date '%1$s' - day,
        'SUCCEEDED', 100, 1, now(), date '%1$s' - day
      from generate_series(%2$d, 1, -1) day, generate_series(1, 2 * %3$d / %2$d)""";

  private ClassBench() {}

  public static void main(String[] arguments) throws Exception {
    LocalStackResource stack = new LocalStackResource();
    stack.init(Map.of("service", "servicing"));
    Map<String, String> config = new LinkedHashMap<>(stack.start());
    int loans = Integer.parseInt(arguments[1]);
    try (Database database = Database.start(Path.of(arguments[0], "postgres"))) {
      config.put("shouxin.db.port", Integer.toString(database.port()));
      config.put("shouxin.require-durable-database", "true");
      config.put("shouxin.business-date.start", DAY.toString());
      try (Service service = Service.start(config, Path.of(arguments[0], "service.log"))) {
        if (database.number("select count(*) from loan") == 0) {
          new Book(database).make(loans, DAY.toString());
          database.execute(
              """
              insert into bureau_consent (borrower_id, granted, changed_at)
              select distinct borrower_id, true, now() from loan""");
          database.execute(PAST.formatted(DAY, PAST_DAYS, loans));
          database.execute("vacuum (analyze) posting_group, posting, bank_order");
        }
        System.out.printf("%,d loans, %s%n", loans, database.durability());
        for (String run : List.of("first", "second")) {
          timed(service, run + " classification", "/v1/classifications/" + DAY, "");
        }
        timed(service, "monthly bureau file", "/v1/bureau-files", "{\"kind\":\"MONTHLY\"}");
        for (String run : List.of("first", "second")) {
          timed(service, run + " file of changes", "/v1/bureau-files", "{\"kind\":\"CHANGES\"}");
        }
        LocalDate covered = DAY.minusDays(PAST_DAYS / 2);
        timed(
            service,
            "missing in bank, one day",
            "/v1/bank-statements/fetch?from=" + covered + "&to=" + covered,
            "");
        balances(service, "before days are summed");
        System.out.printf("close of the day: %,d ms%n", service.close(DAY.toString()));
        while (database.number("select count(*) from account_day") == 0) {
          TimeUnit.MILLISECONDS.sleep(100);
        }
        balances(service, "with days summed");
      }
    }
    System.exit(0);
  }

  private static void balances(Service service, String when) throws Exception {
    for (String query :
        List.of("", "?asOf=" + DAY.minusDays(PAST_DAYS / 2), "?recordedAt=2099-01-01T00:00:00Z")) {
      long begin = System.nanoTime();
      String answer = service.get("/v1/ledger/trial-balance" + query).path("sum").toString();
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
      System.out.printf("trial balance%s, %s: %,d ms, sum %s%n", query, when, millis, answer);
    }
  }

  private static void timed(Service service, String what, String path, String json)
      throws Exception {
    long begin = System.nanoTime();
    HttpResponse<String> answer = service.post(path, json);
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    System.out.printf("%s: %,d ms, %d %s%n", what, millis, answer.statusCode(), answer.body());
  }
}
