package org.shouxin.origination.borrower.model;

/**
 * How a borrower wants to be spoken to.
 *
 * @param language zh-CN or en
 * @param hours when; null for whenever it is lawful
 */
public record Preferences(Channel channel, String language, ContactHours hours) {

  /** A way to speak to somebody. */
  public enum Channel {
    /** Text message. */
    SMS,
    /** Call. */
    VOICE,
    /** Mail. */
    EMAIL,
    /** Message in the app. */
    APP_PUSH
  }
}
