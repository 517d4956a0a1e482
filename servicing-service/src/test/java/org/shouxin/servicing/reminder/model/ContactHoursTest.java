package org.shouxin.servicing.reminder.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.shouxin.servicing.reminder.model.ContactHours.DayKind;
import org.shouxin.servicing.reminder.model.ContactHours.HouseHours;
import org.shouxin.servicing.reminder.model.Reminder.Kind;

class ContactHoursTest {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final LocalDate EVER = LocalDate.of(2020, 1, 1);

  /** 2026-10-01 is a holiday, 2026-10-10 a Saturday that is worked. */
  private static final ContactHours HOURS =
      new ContactHours(
          List.of(
              house(DayKind.WORKDAY, 8, 22),
              house(DayKind.REST_DAY, 9, 21),
              house(DayKind.HOLIDAY, 10, 20)),
          Map.of(
              LocalDate.of(2026, 10, 1),
              DayKind.HOLIDAY,
              LocalDate.of(2026, 10, 10),
              DayKind.WORKDAY));

  private static HouseHours house(DayKind kind, int from, int to) {
    return new HouseHours(kind, EVER, null, window(from, to));
  }

  private static Window window(int from, int to) {
    return new Window(LocalTime.of(from, 0), LocalTime.of(to % 24, 0));
  }

  private static ContactWishes wishes(Window hours, boolean night) {
    return new ContactWishes(null, CHINA, hours, night, true);
  }

  private static Instant china(String moment) {
    return LocalDateTime.parse(moment).atZone(CHINA).toInstant();
  }

  private static void next(String now, ContactWishes wishes, String moment) {
    assertThat(HOURS.next(china(now), wishes)).contains(china(moment));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-14T07:59:59, 2026-10-14T08:00",
    "2026-10-14T08:00,    2026-10-14T08:00",
    "2026-10-14T21:59:59, 2026-10-14T21:59:59",
    "2026-10-14T22:00,    2026-10-15T08:00",
    "2026-10-14T01:00,    2026-10-14T08:00",
    "2026-10-16T22:00,    2026-10-17T09:00",
    "2026-10-17T21:00,    2026-10-18T09:00",
    "2026-10-01T09:59,    2026-10-01T10:00",
    "2026-10-01T20:00,    2026-10-02T08:00",
    "2026-10-10T08:00,    2026-10-10T08:00"
  })
  void waitsForTheNextMomentThatLawAndHouseAllow(String now, String moment) {
    next(now, wishes(null, false), moment);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-14T12:00, 2026-10-14T19:00",
    "2026-10-14T19:30, 2026-10-14T19:30",
    "2026-10-14T21:00, 2026-10-15T19:00",
    "2026-10-01T19:00, 2026-10-01T19:00",
    "2026-10-01T20:00, 2026-10-02T19:00"
  })
  void keepsToTheHoursTheBorrowerChose(String now, String moment) {
    next(now, wishes(window(19, 21), false), moment);
  }

  @Test
  void theHouseGivesWayWhenNothingWouldBeLeftOfTheBorrowersHours() {
    next("2026-10-01T07:00", wishes(window(8, 10), false), "2026-10-01T08:00");
  }

  @Test
  void theNightIsOpenOnlyToWhoAgreed() {
    next("2026-10-14T23:30", wishes(window(22, 24), true), "2026-10-14T23:30");
    next("2026-10-14T23:30", wishes(window(22, 24), false), "2026-10-15T08:00");
    next("2026-10-14T03:00", wishes(window(0, 24), true), "2026-10-14T03:00");
  }

  @Test
  void theBorrowersZoneDecides() {
    ContactWishes urumqi = new ContactWishes(null, ZoneId.of("Asia/Urumqi"), null, false, true);
    next("2026-10-14T08:30", urumqi, "2026-10-14T10:00");
  }

  @Test
  void beforeAnyLawIsKnownNobodyIsContacted() {
    assertThat(HOURS.next(Instant.parse("2019-06-03T04:00:00Z"), wishes(null, false))).isEmpty();
  }

  @Nested
  class WithoutConsent {

    private static final Instant NOON = china("2026-10-14T12:00");

    private Sending sending(Kind kind, Instant now) {
      return Sending.of(kind, ContactWishes.UNKNOWN, HOURS, now);
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE_DUE", "COVER_LAPSING", "COVER_LAPSING_LATE"})
    void whatIsAServiceIsWithheld(Kind kind) {
      assertThat(sending(kind, NOON)).isEqualTo(new Sending.Withheld("CONTACT_CONSENT_REQUIRED"));
    }

    @Test
    void whatTheLawDemandsIsSentInItsHoursAndCitesTheRule() {
      assertThat(sending(Kind.OVERDUE, NOON)).isEqualTo(new Sending.Now("CN-LIMITN-02"));
      assertThat(sending(Kind.NEGATIVE_REPORT, NOON)).isEqualTo(new Sending.Now("CN-CREDIT-01"));
      assertThat(sending(Kind.OVERDUE, china("2026-10-14T23:00")))
          .isEqualTo(new Sending.Later(china("2026-10-15T08:00")));
    }
  }

  @Test
  void withConsentTheGroundIsTheConsent() {
    assertThat(Sending.of(Kind.BEFORE_DUE, wishes(null, false), HOURS, china("2026-10-14T12:00")))
        .isEqualTo(new Sending.Now("CONSENT"));
  }
}
