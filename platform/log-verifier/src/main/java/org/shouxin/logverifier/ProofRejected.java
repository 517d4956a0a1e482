package org.shouxin.logverifier;

/** A receipt, head or proof does not hold; the message says which step failed. */
public final class ProofRejected extends RuntimeException {
  public ProofRejected(String message) {
    super(message);
  }
}
