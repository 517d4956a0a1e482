package org.shouxin.localstack.story.plan;

import java.util.List;

/**
 * One borrower's part in the story: who, what is asked, and what is done about each instalment.
 *
 * @param conducts one for each instalment, in order
 * @param stopsPaying the truth the score is judged by: whether the borrower ends up not paying
 */
public record BorrowerPlan(
    Persona persona, Wish wish, List<Conduct> conducts, boolean stopsPaying) {

  public BorrowerPlan {
    conducts = List.copyOf(conducts);
    if (conducts.size() != wish.termMonths()) {
      throw new IllegalArgumentException("one conduct for each instalment");
    }
  }

  public String alias() {
    return persona.alias();
  }

  /** What is done about an instalment; numbers start at 1, later ones repeat the last. */
  public Conduct conduct(int instalment) {
    return conducts.get(Math.min(instalment, conducts.size()) - 1);
  }

  /** The first instalment from which on nothing is paid in full any more; 0 when none. */
  public int defaultsFrom() {
    int from = 0;
    for (int instalment = conducts.size(); instalment >= 1; instalment--) {
      if (conduct(instalment).meets()) {
        break;
      }
      from = instalment;
    }
    return from;
  }

  /** The first instalment that is paid some days late and met all the same; 0 when none. */
  public int firstLate() {
    for (int instalment = 1; instalment <= conducts.size(); instalment++) {
      if (conduct(instalment).catchUpDays().orElse(0) > 0) {
        return instalment;
      }
    }
    return 0;
  }
}
