package org.shouxin.origination.policy;

import java.time.LocalDate;
import java.util.List;
import org.shouxin.chassis.problem.RuleViolation;

/** The product catalogue. */
public final class Products {

  /** No such product on that day. */
  public static final String RULE_UNKNOWN = "SX-PRODUCT-00";

  private final List<Product> versions;

  /** Takes every version, past ones too. */
  public Products(List<Product> versions) {
    this.versions = List.copyOf(versions);
  }

  /** The version of a product that is sold on a day. */
  public Product on(LocalDate day, String code) {
    return versions.stream()
        .filter(p -> p.code().equals(code) && p.inForceOn(day))
        .findFirst()
        .orElseThrow(
            () ->
                RuleViolation.refused(RULE_UNKNOWN, "there is no such product today")
                    .field("/productCode"));
  }

  /** One version of a product. */
  public Product version(String code, int version) {
    return versions.stream()
        .filter(p -> p.code().equals(code) && p.version() == version)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no version " + version + " of " + code));
  }
}
