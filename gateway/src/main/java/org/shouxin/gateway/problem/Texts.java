package org.shouxin.gateway.problem;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** Titles and details of problems in the language the caller accepts; Chinese if none fits. */
final class Texts {

  private static final String BUNDLE = "messages.gateway";
  private static final int ACCEPT_LANGUAGE_CHARS_MAX = 200;
  private static final Locale DEFAULT = Locale.SIMPLIFIED_CHINESE;
  private static final List<Locale> KNOWN = List.of(DEFAULT, Locale.CHINESE, Locale.ENGLISH);
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
  private static final Map<Locale, ResourceBundle> BUNDLES =
      Map.of(
          DEFAULT,
          ResourceBundle.getBundle(BUNDLE, Locale.ROOT, NO_FALLBACK),
          Locale.CHINESE,
          ResourceBundle.getBundle(BUNDLE, Locale.ROOT, NO_FALLBACK),
          Locale.ENGLISH,
          ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH, NO_FALLBACK));

  private Texts() {}

  /** The best known language for an Accept-Language header, which may be null or nonsense. */
  static Locale language(String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.length() > ACCEPT_LANGUAGE_CHARS_MAX) {
      return DEFAULT;
    }
    try {
      Locale best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), KNOWN);
      return best == null ? DEFAULT : best;
    } catch (IllegalArgumentException e) {
      return DEFAULT;
    }
  }

  static String title(Reason reason, Locale language) {
    return BUNDLES.get(language).getString(reason.slug() + ".title");
  }

  static String detail(Reason reason, Locale language) {
    return BUNDLES.get(language).getString(reason.slug() + ".detail");
  }

  static String tag(Locale language) {
    return language.equals(Locale.ENGLISH) ? "en" : "zh-CN";
  }
}
