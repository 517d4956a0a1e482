package org.shouxin.collections.contact.model;

import java.time.LocalDate;

/**
 * One row of contact law as it stands from a day on.
 *
 * @param id the rule's id, cited by every refusal
 * @param value the limit in the rule's own unit, as text for people
 * @param source where it is written
 * @param tag how the source was read: V primary text, S secondary, M from memory
 * @param from first day in force
 * @param to last day in force, null while open
 */
public record LegalRule(
    String id, String value, String source, String tag, LocalDate from, LocalDate to) {

  boolean inForce(LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }
}
