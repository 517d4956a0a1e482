package org.shouxin.offending.loan;

import java.time.LocalDate;

final class AsksTheTime {
  static LocalDate today() {
    return LocalDate.now();
  }
}
