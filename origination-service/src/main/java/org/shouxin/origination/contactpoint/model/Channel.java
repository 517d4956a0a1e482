package org.shouxin.origination.contactpoint.model;

/** A way to reach a person. */
public enum Channel {
  /** Text message to the phone. */
  SMS(Kind.PHONE),
  /** Call to the phone. */
  VOICE(Kind.PHONE),
  /** Mail. */
  EMAIL(Kind.EMAIL),
  /** Message in the app. */
  APP_PUSH(Kind.DEVICE);

  private final Kind kind;

  Channel(Kind kind) {
    this.kind = kind;
  }

  /** The kind of contact point it ends at. */
  public Kind kind() {
    return kind;
  }

  /** What a contact point is. */
  public enum Kind {
    /** A phone number, reached by text and call. */
    PHONE,
    /** A mail address. */
    EMAIL,
    /** An installed app. */
    DEVICE
  }
}
