package org.shouxin.collections.contact.model;

/**
 * What a provider answered.
 *
 * @param reference the provider's own id, null if it gave none
 * @param code the provider's code, for the record
 */
public record SendResult(Kind kind, String reference, String code) {
  public enum Kind {
    ACCEPTED,
    ANSWERED,
    NO_ANSWER,
    NUMBER_DEAD
  }
}
