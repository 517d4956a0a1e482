package org.shouxin.risk.training;

import java.util.List;
import org.shouxin.risk.dataset.DataRefused;
import org.shouxin.risk.dataset.Schema;
import org.shouxin.risk.validation.Calibration;

/**
 * What a training run is asked for.
 *
 * @param bad the target's value that means bad; guessed when null
 * @param schema written by hand; inferred from the file when null
 * @param ignore columns left out
 * @param accept suspects of the leakage check that somebody looked at and keeps
 * @param rising features whose risk may only rise with the value; for trees
 * @param falling likewise, may only fall
 * @param byTime whether the latest months are held back rather than rows drawn by the seed
 * @param approvalShare share of the rows that counts as approved when fairness is measured
 */
public record RunRequest(
    Purpose purpose,
    String target,
    String bad,
    Schema schema,
    List<String> ignore,
    List<String> accept,
    List<String> rising,
    List<String> falling,
    Study.Kind kind,
    Calibration.Method calibration,
    boolean byTime,
    double testShare,
    double approvalShare,
    Double priorBadRate,
    long seed,
    String version) {

  public RunRequest {
    ignore = ignore == null ? List.of() : List.copyOf(ignore);
    accept = accept == null ? List.of() : List.copyOf(accept);
    rising = rising == null ? List.of() : List.copyOf(rising);
    falling = falling == null ? List.of() : List.copyOf(falling);
    if (purpose == null || target == null || target.isBlank() || kind == null) {
      throw new DataRefused("RUN_COMPLETE", "purpose, target and kind are needed");
    }
    calibration = calibration == null ? Calibration.Method.PLATT : calibration;
    if (!(testShare >= 0.05 && testShare <= 0.6)) {
      throw new DataRefused("RUN_TEST_SHARE", "the share held back must lie between 0.05 and 0.6");
    }
    if (!(approvalShare > 0 && approvalShare < 1)) {
      throw new DataRefused("RUN_APPROVAL_SHARE", "the approved share lies between 0 and 1");
    }
    if (version != null && !version.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
      throw new DataRefused(
          "MODEL_VERSION_SHAPE", "letters, digits, dot, dash, underscore; at most 64");
    }
  }

  /** Three tenths drawn by the seed are held back, Platt's calibration, seven in ten approved. */
  public static RunRequest of(Purpose purpose, String target, Study.Kind kind, long seed) {
    return new RunRequest(
        purpose,
        target,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        kind,
        Calibration.Method.PLATT,
        false,
        0.3,
        0.7,
        null,
        seed,
        null);
  }
}
