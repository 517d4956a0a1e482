package org.shouxin.servicing.payment.client;

/** The bank understood the request and refused it (4xx). */
public class BankRefusal extends RuntimeException {

  private static final int NOT_FOUND = 404;

  private final int status;

  BankRefusal(int status) {
    super("bank answered " + status);
    this.status = status;
  }

  boolean notFound() {
    return status == NOT_FOUND;
  }

  String reason() {
    return "REFUSED_" + status;
  }
}
