package org.shouxin.collections.contact.rest;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.shouxin.collections.contact.ShowContacts.DayAllowance;
import org.shouxin.collections.contact.model.Allowance;
import org.shouxin.collections.contact.model.RuleIds;

/**
 * How many lawful contacts are left on the business date.
 *
 * @param from first lawful hour, debtor's local time
 * @param until first unlawful one
 * @param zone the debtor's zone; absent while unknown
 * @param hoursRule the rule of the hours
 */
public record AllowanceView(
    LocalDate businessDate,
    LocalTime from,
    LocalTime until,
    String zone,
    String hoursRule,
    List<Allowance> channels) {

  static AllowanceView of(DayAllowance day) {
    return new AllowanceView(
        day.businessDate(),
        day.limits().opens(),
        day.limits().closes(),
        day.zone(),
        RuleIds.QUIET_HOURS,
        day.channels());
  }
}
