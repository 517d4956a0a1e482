package org.shouxin.risk.blacklist;

/**
 * A keyed tag of an identifier; the identifier itself is known to origination alone.
 *
 * @param kind what it is a tag of
 */
public record Tag(Kind kind, String value) {

  /** What a tag stands for. */
  public enum Kind {
    PERSON,
    PHONE
  }
}
