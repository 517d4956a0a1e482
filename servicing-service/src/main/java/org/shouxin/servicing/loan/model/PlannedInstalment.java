package org.shouxin.servicing.loan.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.shouxin.servicing.schedule.Schedule;
import org.shouxin.servicing.schedule.ScheduleRow;

/**
 * An instalment that a schedule plans; amounts in minor units.
 *
 * @param periodStart first day that its interest counts from
 * @param interestCarriedMinor the part of its interest that accrued under an older version
 * @param penaltyCarriedMinor penalty interest that was owed under an older version
 */
public record PlannedInstalment(
    int number,
    LocalDate periodStart,
    LocalDate dueDate,
    long principalMinor,
    long interestMinor,
    long interestCarriedMinor,
    long feesMinor,
    long penaltyCarriedMinor,
    PutOff putOff) {

  /** An instalment that asks for the interest of its own period. */
  public PlannedInstalment(
      int number,
      LocalDate periodStart,
      LocalDate dueDate,
      long principalMinor,
      long interestMinor,
      long interestCarriedMinor,
      long feesMinor,
      long penaltyCarriedMinor) {
    this(
        number,
        periodStart,
        dueDate,
        principalMinor,
        interestMinor,
        interestCarriedMinor,
        feesMinor,
        penaltyCarriedMinor,
        PutOff.NOTHING);
  }

  public static List<PlannedInstalment> of(Schedule schedule) {
    List<PlannedInstalment> planned = new ArrayList<>();
    LocalDate periodStart = schedule.terms().start();
    for (ScheduleRow row : schedule.rows()) {
      planned.add(
          new PlannedInstalment(
              row.number(),
              periodStart,
              row.dueDate(),
              row.principalMinor(),
              row.interestMinor(),
              0,
              row.feesMinor(),
              0,
              new PutOff(row.accruedMinor() - row.interestMinor(), row.capitalisedMinor())));
      periodStart = row.dueDate();
    }
    return planned;
  }
}
