package org.shouxin.servicing.schedule;

import java.time.LocalDate;
import java.util.ServiceLoader;

/**
 * The canonical text of terms, as a loan stores it. How it is written is no matter of calculation;
 * whoever writes it offers itself as a service.
 */
public interface TermsText {

  /** The one way in which terms are written. */
  static TermsText canonical() {
    return Canonical.TEXT;
  }

  String write(Terms terms);

  /**
   * Terms from their text.
   *
   * @throws IllegalArgumentException when it is no such text
   */
  Terms read(String text);

  /**
   * Terms from a text that need not name a start.
   *
   * @param start the start when the text names none
   * @throws IllegalArgumentException when it is no such text
   */
  Terms read(String text, LocalDate start);

  /** Found once. */
  final class Canonical {

    private static final TermsText TEXT =
        ServiceLoader.load(TermsText.class, TermsText.class.getClassLoader())
            .findFirst()
            .orElseThrow();

    private Canonical() {}
  }
}
