package org.shouxin.localstack.story;

/**
 * What a borrower lives through beyond paying or not paying; dealt out once the loans are known.
 */
enum Role {
  /** Nothing else. */
  PLAIN,
  /** Falls ill while paying in time, asks for an extension and pays by the new schedule. */
  FALLS_ILL,
  /** Is flooded while paying in time, asks for a payment holiday and pays by the new schedule. */
  FLOODED,
  /** Draws on a credit line beside the loan, and repays both. */
  DRAWS,
  /** Prepays a part while paying in time, and later pays the rest off. */
  REPAYS_EARLY,
  /** Paid in time, but the payer's bank takes the money back; pays it again. */
  PAYMENT_RETURNED,
  /** Stops paying and gives the number up; nobody has it. */
  NUMBER_EMPTY,
  /** Stops paying and gives the number up; a stranger has it now. */
  NUMBER_RECYCLED,
  /** Stops paying, promises, and keeps the promise until nothing is due: the case is cured. */
  KEEPS_PROMISE,
  /** Stops paying, promises, and does not pay. */
  BREAKS_PROMISE,
  /** Stops paying for good: written off, listed, refused when asking again; pays a little later. */
  WRITTEN_OFF;

  boolean asksForArrangement() {
    return this == FALLS_ILL || this == FLOODED;
  }

  boolean losesNumber() {
    return this == NUMBER_EMPTY || this == NUMBER_RECYCLED;
  }
}
