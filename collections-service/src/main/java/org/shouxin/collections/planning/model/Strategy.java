package org.shouxin.collections.planning.model;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/**
 * What is done when, per tier: versioned data, never edited, replaced by a later version.
 *
 * @param from first business date on which it plans
 * @param tiers the steps of each tier, by the tier's name
 * @param texts the script of each channel, by the channel's name
 */
public record Strategy(
    String version, LocalDate from, Map<String, TierPlan> tiers, Map<String, String> texts) {

  /**
   * The steps of one tier.
   *
   * @param steps in order of their day
   * @param repeatDays after the last step the last one is repeated every so many days; zero never
   */
  public record TierPlan(List<Step> steps, int repeatDays) {}

  /**
   * One step.
   *
   * @param day days since the case entered the tier
   * @param channel by which
   * @param otherwise by which when the number is lost
   * @param at local time of the debtor
   */
  public record Step(int day, String channel, String otherwise, LocalTime at) {}
}
