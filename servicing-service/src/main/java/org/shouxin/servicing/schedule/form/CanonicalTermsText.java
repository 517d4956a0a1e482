package org.shouxin.servicing.schedule.form;

import java.time.LocalDate;
import org.shouxin.servicing.schedule.Terms;
import org.shouxin.servicing.schedule.TermsText;

/** Terms written as the canonical JSON of their form. */
public final class CanonicalTermsText implements TermsText {

  @Override
  public String write(Terms terms) {
    return TermsForm.text(terms);
  }

  @Override
  public Terms read(String text) {
    return TermsForm.read(text, null);
  }

  @Override
  public Terms read(String text, LocalDate start) {
    return TermsForm.read(text, start);
  }
}
