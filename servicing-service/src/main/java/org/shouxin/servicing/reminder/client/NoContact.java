package org.shouxin.servicing.reminder.client;

/** Origination says that the borrower is not to be reached by this channel. */
public class NoContact extends RuntimeException {

  private final String code;

  NoContact(String code) {
    super(code);
    this.code = code;
  }

  String code() {
    return code;
  }
}
