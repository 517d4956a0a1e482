package org.shouxin.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouxin.servicing.testing.Lender;
import org.shouxin.servicing.testing.Lender.Borrower;
import org.shouxin.servicing.testing.Lender.Deal;
import org.shouxin.servicing.testing.OriginationStub;

/** Reminders reach the borrower by the next channel when one fails, and keep no address. */
@QuarkusTest
class RemindersIT {

  private static final Deal SMALL = new Deal("1200.00", "0.12", "EQUAL_PRINCIPAL", 12);

  private final Lender lender = new Lender();

  @Test
  void aBlockedNumberIsNotUsedAndTheAppIs() {
    Borrower borrower = lender.borrower("0.00");
    String device = "device-" + borrower.borrowerId();
    OriginationStub.blocked(borrower.borrowerId().toString(), "SMS", "RECYCLED");
    OriginationStub.reachable(borrower.borrowerId().toString(), "APP_PUSH", device);

    UUID loanId = untilReminded(borrower);

    await()
        .atMost(Lender.SOON)
        .untilAsserted(
            () ->
                assertThat(told(loanId))
                    .containsExactly("failed SMS RECYCLED", "delivered APP_PUSH DELIVERED"));
    assertThat(lender.world.messagesTo(borrower.phone())).isEmpty();
    assertThat(lender.world.pushesTo(device)).hasSize(1);
  }

  @Test
  void anEmptyNumberIsToldByItsReceiptAndMailGoesOn() {
    Borrower borrower = lender.borrower("0.00");
    String address = "b-" + borrower.borrowerId() + "@example.org";
    OriginationStub.blocked(borrower.borrowerId().toString(), "APP_PUSH", "NO_SUCH_POINT");
    OriginationStub.reachable(borrower.borrowerId().toString(), "EMAIL", address);
    lender.world.phoneStatus(borrower.phone(), "EMPTY");

    UUID loanId = untilReminded(borrower);

    await()
        .atMost(Lender.SOON)
        .untilAsserted(
            () ->
                assertThat(told(loanId))
                    .containsExactly(
                        "failed SMS EMPTY_NUMBER",
                        "failed APP_PUSH NO_SUCH_POINT",
                        "delivered EMAIL ACCEPTED"));
    assertThat(lender.world.mailsTo(address)).hasSize(1);
  }

  @Test
  void withoutConsentACourtesyIsWithheldAndADemandSentByItsRule() {
    Borrower borrower = lender.borrower("0.00");
    OriginationStub.withoutConsent(borrower.borrowerId().toString());

    UUID loanId = untilReminded(borrower);
    await()
        .atMost(Lender.SOON)
        .untilAsserted(
            () ->
                assertThat(seen(loanId))
                    .containsExactly("BEFORE_DUE WITHHELD CONTACT_CONSENT_REQUIRED null"));
    lender.world.withdrawAll(borrower.card());
    lender.closeUntil(lender.dueDate(loanId, 1).plusDays(1));

    await()
        .atMost(Lender.SOON)
        .untilAsserted(
            () -> assertThat(seen(loanId)).contains("OVERDUE DELIVERED DELIVERED CN-LIMITN-02"));
    assertThat(told(loanId)).containsOnly("delivered SMS DELIVERED");
  }

  @Test
  void outsideTheBorrowersHoursItWaitsAndNoAddressIsAsked() {
    Borrower borrower = lender.borrower("0.00");
    LocalTime china = LocalTime.ofInstant(Instant.now(), ZoneId.of("Asia/Shanghai"));
    int later = (china.getHour() + 6) % 20;
    OriginationStub.hours(
        borrower.borrowerId().toString(),
        "%02d:00".formatted(later),
        "%02d:00".formatted(later + 2));

    UUID loanId = untilReminded(borrower);

    await()
        .atMost(Lender.SOON)
        .untilAsserted(
            () ->
                assertThat(waitsUntil(loanId).atZone(ZoneId.of("Asia/Shanghai")).toLocalTime())
                    .isEqualTo(LocalTime.of(later, 0)));
    assertThat(lender.world.messagesTo(borrower.phone())).isEmpty();
  }

  private Instant waitsUntil(UUID loanId) {
    return Instant.parse(
        lender.as("officer").get("/v1/loans/" + loanId + "/reminders").path("items[0].waitsUntil"));
  }

  private List<String> seen(UUID loanId) {
    List<Map<String, String>> items =
        lender.as("officer").get("/v1/loans/" + loanId + "/reminders").path("items");
    return items.stream()
        .map(
            each ->
                each.get("kind")
                    + " "
                    + each.get("state")
                    + " "
                    + each.get("code")
                    + " "
                    + each.get("ground"))
        .toList();
  }

  private UUID untilReminded(Borrower borrower) {
    UUID loanId = lender.activeLoan(borrower, SMALL);
    lender.closeUntil(lender.dueDate(loanId, 1).minusDays(3));
    return loanId;
  }

  private List<String> told(UUID loanId) {
    return lender.events(loanId).stream()
        .filter(event -> event.type().startsWith("servicing.reminder."))
        .map(
            event ->
                event.type().replaceAll("servicing.reminder.(.*).v1", "$1")
                    + " "
                    + event.payload().path("channel").asText()
                    + " "
                    + event.payload().path("providerCode").asText())
        .toList();
  }
}
