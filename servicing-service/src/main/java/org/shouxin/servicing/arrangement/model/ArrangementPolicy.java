package org.shouxin.servicing.arrangement.model;

import java.util.List;
import java.util.Set;
import org.shouxin.servicing.arrangement.model.Wish.Kind;

/**
 * What is granted of a kind of arrangement without asking a person, and what a person may grant;
 * the law's and the loan's own rules come on top.
 *
 * @param auto bounds within which it is answered at once
 * @param most bounds within which a person may grant it
 * @param watched true when the loan is watched afterwards (CN-CLASS-02)
 * @param quoteDays days after the quote on which it can still be accepted
 */
public record ArrangementPolicy(
    Limits auto, Limits most, boolean needsEvidence, boolean watched, int quoteDays) {

  private static final List<String> STAGES =
      List.of("CURRENT", "GRACE", "M1", "M2", "M3", "M4_PLUS");

  /**
   * Bounds of what is asked for.
   *
   * @param stage latest stage of the loan
   * @param perYear how many of the kind within twelve months, this one counted
   */
  public record Limits(int months, String stage, int perYear, Set<Treatment> treatments) {

    public Limits {
      treatments = Set.copyOf(treatments);
    }

    /** The rule that is broken, or null. */
    private String broken(Wish wish, Standing standing) {
      if (wish.months() > months) {
        return "ARRANGEMENT_MONTHS";
      }
      if (STAGES.indexOf(standing.stage()) > STAGES.indexOf(stage)) {
        return "ARRANGEMENT_STAGE";
      }
      if (standing.grantedLately() >= perYear) {
        return "ARRANGEMENT_PER_YEAR";
      }
      return wish.treatment() != null && !treatments.contains(wish.treatment())
          ? "ARRANGEMENT_TREATMENT"
          : null;
    }
  }

  /**
   * Where the loan stands.
   *
   * @param grantedLately how many of the kind were accepted within twelve months
   * @param byStaff true when the lender offers it
   */
  public record Standing(String stage, long grantedLately, boolean byStaff) {}

  /** An answer; the rule says why it is not yes. */
  public record Answer(Kind kind, String rule) {

    /** Yes, a person decides, no. */
    public enum Kind {
      QUOTED,
      REFERRED,
      REJECTED
    }
  }

  public Answer judge(Wish wish, Standing standing) {
    if (wish.kind() == Kind.RATE_CHANGE && !standing.byStaff()) {
      return rejected("ARRANGEMENT_LENDER_ONLY");
    }
    if (needsEvidence && (wish.evidenceReference() == null || wish.evidenceReference().isBlank())) {
      return rejected("ARRANGEMENT_EVIDENCE");
    }
    String never = most.broken(wish, standing);
    if (never != null) {
      return rejected(never);
    }
    String notAtOnce = auto.broken(wish, standing);
    return notAtOnce == null
        ? new Answer(Answer.Kind.QUOTED, null)
        : new Answer(Answer.Kind.REFERRED, notAtOnce);
  }

  private static Answer rejected(String rule) {
    return new Answer(Answer.Kind.REJECTED, rule);
  }
}
