package org.shouxin.localstack.run;

/** The stack cannot be started as asked; the message tells a person what to do. */
public final class StackFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StackFailure(String message) {
    super(message);
  }
}
