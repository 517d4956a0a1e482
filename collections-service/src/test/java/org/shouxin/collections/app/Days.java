package org.shouxin.collections.app;

import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.WireMock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;

/** Servicing's calendar: one for all tests, since a business date never goes back. */
public final class Days {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static LocalDate today = LocalDate.of(2026, 3, 2);
  private static boolean begun;

  private Days() {}

  /** The current business date; the first call closes the day before it. */
  public static synchronized LocalDate today() {
    if (!begun) {
      begun = true;
      tellCurrent();
      closed(today.minusDays(1));
    }
    return today;
  }

  /** Closes the current day and waits until its successor's plan was carried out. */
  public static synchronized LocalDate close() {
    LocalDate closing = today();
    today = closing.plusDays(1);
    tellCurrent();
    closed(closing);
    return today;
  }

  /** Has servicing say which day it is. */
  public static synchronized void tellCurrent() {
    Neighbours.stubs()
        .register(
            WireMock.get("/v1/business-days/current")
                .willReturn(WireMock.okJson("{\"date\":\"" + today + "\",\"state\":\"OPEN\"}")));
  }

  private static void closed(LocalDate date) {
    Topics.send(
        Topics.DAY,
        "calendar",
        "servicing.business-day.closed.v1",
        Map.of("date", date, "nextDate", date.plusDays(1)));
    await()
        .atMost(SOON)
        .until(
            () ->
                Database.count("select count(*) from business_day where day = ?", today) == 1
                    && Database.count(
                            "select count(*) from planned_action"
                                + " where state = 'PLANNED' and action_date <= ?",
                            today)
                        == 0);
  }
}
