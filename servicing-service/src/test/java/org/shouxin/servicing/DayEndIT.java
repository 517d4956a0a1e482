package org.shouxin.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shouxin.servicing.testing.Lender;
import org.shouxin.servicing.testing.Lender.Borrower;
import org.shouxin.servicing.testing.Lender.Deal;
import org.shouxin.servicing.testing.Topics;

/** Days close once, in order, however often and by whomever they are asked to. */
@QuarkusTest
class DayEndIT {

  private static final Deal SMALL = new Deal("1200.00", "0.12", "EQUAL_PRINCIPAL", 12);
  private static final int LOANS = 24;

  private final Lender lender = new Lender();

  @Test
  void aClosedDayStaysClosedAndIsToldOnce() {
    LocalDate day = lender.today();
    JsonPath first = lender.closeDay();

    Response again = lender.as("admin").post("/v1/business-days/" + day + "/close");

    assertThat(first.getString("state")).isEqualTo("CLOSED");
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.jsonPath().getString("closedAt")).isEqualTo(first.getString("closedAt"));
    assertThat(lender.today()).isEqualTo(day.plusDays(1));
    await()
        .atMost(Lender.SOON)
        .untilAsserted(
            () ->
                assertThat(
                        Topics.read("servicing.day", "calendar").stream()
                            .filter(e -> e.payload().path("date").asText().equals(day.toString()))
                            .map(e -> e.payload().path("nextDate").asText()))
                    .containsExactly(day.plusDays(1).toString()));
  }

  @Test
  void aDueDayClosedByManyAtOnceDebitsEveryLoanOnce() throws InterruptedException {
    List<UUID> loans =
        IntStream.range(0, LOANS)
            .mapToObj(i -> lender.sign(lender.borrower("1000.00"), SMALL))
            .toList();
    loans.forEach(loan -> lender.awaitState(loan, "ACTIVE"));
    LocalDate due = lender.dueDate(loans.get(0), 1);
    lender.closeUntil(due.minusDays(1));
    await()
        .atMost(Lender.SOON)
        .until(
            () -> {
              JsonPath summary = lender.as("admin").get("/v1/reports/summary").jsonPath();
              return summary.get("debits.SENT") == null && summary.get("debits.CREATED") == null;
            });

    List<Integer> statuses = closeByMany(due.minusDays(1), 4);

    assertThat(statuses).contains(200).allMatch(s -> s == 200 || s == 503);
    lender.closeUntil(due);
    for (UUID loan : loans) {
      await()
          .atMost(Lender.SOON)
          .untilAsserted(() -> assertThat(kinds(loan)).containsExactly("PAYMENT", "DISBURSEMENT"));
    }
    lender.assertBooksBalance();
  }

  @Test
  void paymentsGoOnWhileADayCloses() throws InterruptedException {
    Borrower borrower = lender.borrower("0.00");
    UUID loanId = lender.activeLoan(borrower, SMALL);
    lender.world.deposit(borrower.card(), "500.00");
    LocalDate day = lender.today();
    ExecutorService pool = Executors.newFixedThreadPool(2);
    pool.execute(lender::closeDay);
    pool.execute(
        () ->
            IntStream.range(0, 5)
                .forEach(
                    i ->
                        lender.world.transfer(
                            UUID.randomUUID().toString(),
                            borrower.card(),
                            "10.00",
                            loanId.toString())));
    pool.shutdown();

    await()
        .atMost(Lender.SOON)
        .untilAsserted(
            () ->
                assertThat(lender.balance(loanId).getString("unapplied.amount"))
                    .isEqualTo("50.00"));
    assertThat(pool.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    assertThat(lender.today()).isEqualTo(day.plusDays(1));
    lender.assertBooksBalance();
  }

  private List<Integer> closeByMany(LocalDate day, int many) throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(many);
    try {
      return pool
          .invokeAll(
              Stream.generate(() -> (Callable<Integer>) () -> closing(day)).limit(many).toList())
          .stream()
          .map(
              closed -> {
                try {
                  return closed.get();
                } catch (InterruptedException | ExecutionException failed) {
                  throw new IllegalStateException(failed);
                }
              })
          .toList();
    } finally {
      pool.shutdown();
    }
  }

  private int closing(LocalDate day) {
    return lender.as("admin").post("/v1/business-days/" + day + "/close").statusCode();
  }

  private List<String> kinds(UUID loanId) {
    return lender
        .as("officer")
        .get("/v1/loans/" + loanId + "/transactions")
        .jsonPath()
        .getList("items.kind");
  }
}
