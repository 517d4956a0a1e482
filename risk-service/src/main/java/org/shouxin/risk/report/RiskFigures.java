package org.shouxin.risk.report;

import io.smallrye.mutiny.Uni;
import java.util.Map;

/** Counts over all that this service keeps. */
public interface RiskFigures {

  Uni<Summary> summary();

  /**
   * Counts by name.
   *
   * @param limitsLowered borrowers whose standing holds the limit down now, by cause
   */
  record Summary(
      long assessments,
      Map<String, Long> byOutcome,
      Map<String, Long> byGrade,
      Map<String, Long> byReason,
      Map<String, Long> limitsLowered,
      Map<String, Long> blacklistByState,
      long blacklistHits,
      Map<String, Long> alertsByKind,
      Map<String, Long> loansByStage) {}
}
