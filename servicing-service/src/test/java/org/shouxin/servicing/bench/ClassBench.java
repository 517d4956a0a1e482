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
 * What it costs to classify a whole book, to look again when nothing moved, and to make the
 * bureau's monthly file of it, on a durable database. Arguments: a directory, the number of loans.
 */
public final class ClassBench {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 16);

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
        }
        System.out.printf("%,d loans, %s%n", loans, database.durability());
        for (String run : List.of("first", "second")) {
          timed(service, run + " classification", "/v1/classifications/" + DAY, "");
        }
        timed(service, "monthly bureau file", "/v1/bureau-files", "{\"kind\":\"MONTHLY\"}");
      }
    }
    System.exit(0);
  }

  private static void timed(Service service, String what, String path, String json)
      throws Exception {
    long begin = System.nanoTime();
    HttpResponse<String> answer = service.post(path, json);
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    System.out.printf("%s: %,d ms, %d %s%n", what, millis, answer.statusCode(), answer.body());
  }
}
