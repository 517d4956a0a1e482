package org.shouxin.origination.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.shouxin.origination.offer.Disclosure;

/**
 * The contract's text, canonical: UTF-8, line feeds, one template, and every place in it filled.
 * The same values give the same bytes.
 */
final class ContractText {

  /** The version of the template. */
  static final String TEMPLATE_VERSION = "loan-contract-zh-2026-01";

  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-zA-Z0-9]+)}}");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final String TEMPLATE = read("/contract/" + TEMPLATE_VERSION + ".txt");

  private ContractText() {}

  /** Fills the template; a place without a value is a defect. */
  static String fill(Map<String, String> values) {
    Matcher places = PLACE.matcher(TEMPLATE);
    return places.replaceAll(
        place -> {
          String value = values.get(place.group(1));
          if (value == null) {
            throw new IllegalStateException("no value for " + place.group(1));
          }
          return Matcher.quoteReplacement(value);
        });
  }

  /** The schedule, a line per instalment. */
  static String schedule(Disclosure disclosure) {
    return disclosure.instalments().stream()
        .map(
            i ->
                "第%d期 %s 应还 %s(本金 %s,利息 %s)"
                    .formatted(i.number(), i.dueDate(), i.total(), i.principal(), i.interest()))
        .collect(Collectors.joining("\n"));
  }

  /** The fees; none is said too. */
  static String fees(Disclosure disclosure) {
    List<String> lines = disclosure.fees().stream().map(f -> f.code() + " " + f.amount()).toList();
    return lines.isEmpty() ? "无" : String.join("\n", lines);
  }

  /** A fraction as a percentage. */
  static String percent(BigDecimal fraction) {
    return fraction.multiply(HUNDRED).stripTrailingZeros().toPlainString() + "%";
  }

  private static String read(String resource) {
    try (InputStream in = ContractText.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(resource, unreadable);
    }
  }
}
