package org.shouxin.origination.contactpoint.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.origination.contactpoint.model.Channel.Kind;
import org.shouxin.origination.person.CheckOutcome;

class ContactPointTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Instant PROVEN = Instant.parse("2026-01-05T02:00:00Z");
  private static final LocalDate PROVEN_ON = LocalDate.of(2026, 1, 5);
  private static final Instant LATER = Instant.parse("2026-03-01T02:00:00Z");

  @Example
  void aProvenPhoneIsUsedForTextAndCall() {
    ContactPoint phone = point(Kind.PHONE);
    blocked(phone, "UNVERIFIED");
    assertThat(phone.proven(24, PROVEN))
        .extracting(ContactChanged::channel)
        .containsExactly(Channel.SMS, Channel.VOICE);
    assertThatCode(phone::requireUsable).doesNotThrowAnyException();
  }

  @Example
  void mailAndDeviceNeedNoProof() {
    assertThatCode(point(Kind.EMAIL)::requireUsable).doesNotThrowAnyException();
    assertThatCode(point(Kind.DEVICE)::requireUsable).doesNotThrowAnyException();
  }

  @Example
  void anEmptyNumberIsBlockedUntilTheCarrierConfirmsThePersonAgain() {
    ContactPoint phone = proven();
    assertThat(phone.checked(finding("EMPTY", CheckOutcome.NOT_EVALUATED), LATER, ZONE))
        .extracting(ContactChanged::status)
        .containsExactly(NumberStatus.EMPTY, NumberStatus.EMPTY);
    blocked(phone, "EMPTY");
    phone.checked(finding("ACTIVE", CheckOutcome.NOT_EVALUATED), LATER, ZONE);
    blocked(phone, "EMPTY");
    phone.checked(finding("ACTIVE", CheckOutcome.MATCH), LATER, ZONE);
    assertThat(phone.status()).isEqualTo(NumberStatus.ACTIVE);
  }

  @Property
  void recycledIsForEver(@ForAll CheckOutcome holder) {
    for (String later : List.of("ACTIVE", "SUSPENDED", "EMPTY", "UNKNOWN")) {
      ContactPoint phone = proven();
      phone.checked(finding("RECYCLED", CheckOutcome.NOT_EVALUATED), LATER, ZONE);
      assertThat(phone.checked(finding(later, holder), LATER, ZONE)).isEmpty();
      blocked(phone, "RECYCLED");
      assertThatThrownBy(() -> phone.proven(1, LATER)).isInstanceOf(RuleViolation.class);
    }
  }

  @Example
  void givenAwayOnOrAfterTheDayOfProofIsRecycled() {
    assertThat(afterRecycling(PROVEN_ON.plusDays(1))).isEqualTo(NumberStatus.RECYCLED);
    assertThat(afterRecycling(PROVEN_ON)).isEqualTo(NumberStatus.RECYCLED);
    assertThat(afterRecycling(PROVEN_ON.minusDays(1))).isEqualTo(NumberStatus.ACTIVE);
  }

  @Example
  void aHolderWhomTheCarrierDeniesIsNotWrittenTo() {
    ContactPoint phone = proven();
    phone.checked(finding("ACTIVE", CheckOutcome.MISMATCH), LATER, ZONE);
    blocked(phone, "UNVERIFIED");
  }

  @Example
  void aSilentCarrierChangesNothing() {
    ContactPoint phone = proven();
    assertThat(phone.checked(NumberFinding.none(), LATER, ZONE)).isEmpty();
    assertThat(phone.status()).isEqualTo(NumberStatus.ACTIVE);
    assertThat(phone.checkedAt()).isEqualTo(PROVEN);
  }

  @Example
  void theSameAnswerTwiceTellsNothingNew() {
    ContactPoint phone = proven();
    phone.checked(finding("SUSPENDED", CheckOutcome.MATCH), LATER, ZONE);
    assertThat(phone.checked(finding("SUSPENDED", CheckOutcome.MATCH), LATER, ZONE)).isEmpty();
    blocked(phone, "SUSPENDED");
  }

  @Example
  void aReplacedNumberIsUsedNoMore() {
    ContactPoint phone = proven();
    phone.replaced(LATER);
    assertThatThrownBy(phone::requireUsable).isInstanceOf(RuleViolation.class);
  }

  private static NumberStatus afterRecycling(LocalDate since) {
    ContactPoint phone = proven();
    phone.checked(new NumberFinding("ACTIVE", 1, since, CheckOutcome.MATCH), LATER, ZONE);
    return phone.status();
  }

  private static NumberFinding finding(String status, CheckOutcome holder) {
    return new NumberFinding(status, 24, null, holder);
  }

  private static ContactPoint proven() {
    ContactPoint phone = point(Kind.PHONE);
    phone.proven(24, PROVEN);
    return phone;
  }

  private static ContactPoint point(Kind kind) {
    return new ContactPoint(new UUID(0, 1), new UUID(0, 2), "person", kind, "sealed", "tag");
  }

  private static void blocked(ContactPoint point, String status) {
    assertThatThrownBy(point::requireUsable)
        .isInstanceOfSatisfying(
            RuleViolation.class,
            e -> {
              assertThat(e.rule()).isEqualTo(ContactPoint.RULE_BLOCKED);
              assertThat(e.members()).containsEntry("contactStatus", status);
            });
  }
}
