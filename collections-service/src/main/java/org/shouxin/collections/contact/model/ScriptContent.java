package org.shouxin.collections.contact.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads the words of a script before anybody hears them.
 *
 * <p>Every text must name the institution and none may speak in the name of court, police or
 * prosecutor (CN-CONTACT-08); a text for third parties carries no placeholder for an amount, a date
 * or the days overdue (CN-CONTACT-06).
 */
public final class ScriptContent {
  private static final List<String> INSTITUTION = List.of("守信", "shouxin");
  private static final List<String> NEVER =
      List.of("法院", "公安", "警察", "检察", "court", "police", "prosecutor");
  private static final List<String> DEBT_PLACEHOLDERS = List.of("{0}", "{1}", "{2}");
  private static final List<String> DEBT_WORDS =
      List.of("欠款", "逾期", "还款", "overdue", "repay", "owe", "debt");

  private ScriptContent() {}

  /** What is wrong with the words; empty when they may be used. */
  public static List<Refusal> faults(String words, boolean forThirdParties) {
    String lower = words.toLowerCase(Locale.ROOT);
    List<Refusal> faults = new ArrayList<>();
    if (INSTITUTION.stream().noneMatch(lower::contains)) {
      faults.add(new Refusal(RuleIds.IDENTITY_STATED, "The institution is not named."));
    }
    if (NEVER.stream().anyMatch(lower::contains)) {
      faults.add(new Refusal(RuleIds.IDENTITY_STATED, "A court or police name is used."));
    }
    if (forThirdParties
        && (DEBT_PLACEHOLDERS.stream().anyMatch(lower::contains)
            || DEBT_WORDS.stream().anyMatch(lower::contains))) {
      faults.add(
          new Refusal(RuleIds.THIRD_PARTY_CONTENT, "A third party would learn of the debt."));
    }
    return List.copyOf(faults);
  }
}
