package org.shouxin.collections.contact.model;

import java.time.LocalDate;
import java.util.Set;

/**
 * An approved text, known by its code and version; its words are in the script bundles.
 *
 * @param channels the channels it was approved for
 * @param persons who may hear it
 * @param statesIdentity whether it says which institution speaks
 * @param approvedFrom first day on which it may be used
 * @param approvedTo last day, null while open
 */
public record Script(
    String code,
    int version,
    Set<Channel> channels,
    Set<Person> persons,
    boolean statesIdentity,
    LocalDate approvedFrom,
    LocalDate approvedTo) {

  boolean approvedOn(LocalDate day) {
    return !day.isBefore(approvedFrom) && (approvedTo == null || !day.isAfter(approvedTo));
  }

  /** The key of its words in the script bundles. */
  public String textKey() {
    return code + "." + version;
  }
}
