package org.shouxin.localstack.story.plan;

import java.util.OptionalInt;

/**
 * What a borrower does about one instalment.
 *
 * @param percentOnDueDate how much of everything due is in the bank account on the due date, 0-100
 * @param catchUpDays days after the due date on which the borrower pays all arrears through the
 *     app; empty leaves them until a later instalment is met in full, or for ever
 */
public record Conduct(int percentOnDueDate, OptionalInt catchUpDays) {

  public static final Conduct ON_TIME = new Conduct(100, OptionalInt.empty());
  public static final Conduct NOTHING = new Conduct(0, OptionalInt.empty());

  public Conduct {
    if (percentOnDueDate < 0 || percentOnDueDate > 100) {
      throw new IllegalArgumentException("percent on the due date: " + percentOnDueDate);
    }
  }

  public static Conduct late(int days) {
    return new Conduct(0, OptionalInt.of(days));
  }

  public Conduct withPart(int percent) {
    return new Conduct(percent, catchUpDays);
  }

  /** Whether the instalment is paid whole, in time or some days late. */
  public boolean meets() {
    return percentOnDueDate == 100 || catchUpDays.isPresent();
  }
}
