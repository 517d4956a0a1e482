package org.shouxin.chassis.text;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * Texts for people, from UTF-8 bundles {@code messages/<bundle>.properties} (zh-CN, the default)
 * and {@code messages/<bundle>_en.properties}.
 */
public final class Texts {

  public static final Locale DEFAULT_LOCALE = Locale.SIMPLIFIED_CHINESE;
  private static final List<Locale> SUPPORTED = List.of(DEFAULT_LOCALE, Locale.ENGLISH);
  private static final int ACCEPT_LANGUAGE_LENGTH_MAX = 200;

  private Texts() {}

  /**
   * The text of a key, its <code>{0}</code> places filled.
   *
   * @throws java.util.MissingResourceException when there is no such bundle or key
   */
  public static String of(String bundle, Locale locale, String key, Object... args) {
    return format(bundle(bundle, locale).getString(key), locale, args);
  }

  /** As {@link #of}, empty when there is no such bundle or key. */
  public static Optional<String> find(String bundle, Locale locale, String key, Object... args) {
    try {
      ResourceBundle texts = bundle(bundle, locale);
      return texts.containsKey(key)
          ? Optional.of(format(texts.getString(key), locale, args))
          : Optional.empty();
    } catch (java.util.MissingResourceException none) {
      return Optional.empty();
    }
  }

  /** The supported language that suits an {@code Accept-Language} header best. */
  public static Locale locale(String acceptLanguage) {
    if (acceptLanguage == null
        || acceptLanguage.isBlank()
        || acceptLanguage.length() > ACCEPT_LANGUAGE_LENGTH_MAX) {
      return DEFAULT_LOCALE;
    }
    try {
      Locale best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), SUPPORTED);
      return best != null ? best : byLanguage(acceptLanguage);
    } catch (IllegalArgumentException malformed) {
      return DEFAULT_LOCALE;
    }
  }

  private static Locale byLanguage(String acceptLanguage) {
    return Locale.LanguageRange.parse(acceptLanguage).stream()
        .map(range -> Locale.forLanguageTag(range.getRange()).getLanguage())
        .flatMap(
            language -> SUPPORTED.stream().filter(known -> known.getLanguage().equals(language)))
        .findFirst()
        .orElse(DEFAULT_LOCALE);
  }

  private static ResourceBundle bundle(String name, Locale locale) {
    return ResourceBundle.getBundle(
        "messages." + name,
        locale,
        Thread.currentThread().getContextClassLoader(),
        Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }

  private static String format(String pattern, Locale locale, Object... args) {
    return args.length == 0 ? pattern : new MessageFormat(pattern, locale).format(args);
  }
}
