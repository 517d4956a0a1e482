package org.shouxin.risk.training.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.risk.dataset.DataRefused;
import org.shouxin.risk.dataset.Schema;
import org.shouxin.risk.training.Purpose;
import org.shouxin.risk.training.RunRequest;
import org.shouxin.risk.training.Study;
import org.shouxin.risk.validation.Calibration;

/**
 * A training run as asked for over REST; what is left out is as the command's defaults.
 *
 * @param data CSV with a header line, plain or gzip, in base64
 * @param schema edited from what {@code /v1/training-jobs/schema} proposes; inferred when absent
 */
public record TrainingRequest(
    @NotNull Purpose purpose,
    @NotNull @Size(min = 1, max = 200) String target,
    @NotNull @Size(min = 1) byte[] data,
    String bad,
    Schema schema,
    @Size(max = 2000) List<String> ignore,
    @Size(max = 2000) List<String> accept,
    @Size(max = 2000) List<String> rising,
    @Size(max = 2000) List<String> falling,
    Study.Kind kind,
    Calibration.Method calibration,
    Boolean byTime,
    Double testShare,
    Double approvalShare,
    Double priorBadRate,
    Long seed,
    String version) {

  RunRequest run() {
    try {
      return new RunRequest(
          purpose,
          target,
          bad,
          schema,
          ignore,
          accept,
          rising,
          falling,
          kind == null ? Study.Kind.BLEND : kind,
          calibration,
          Boolean.TRUE.equals(byTime),
          testShare == null ? 0.3 : testShare,
          approvalShare == null ? 0.7 : approvalShare,
          priorBadRate,
          seed == null ? 1 : seed,
          version);
    } catch (DataRefused refused) {
      throw Invalid.field("", refused.rule(), refused.getMessage());
    }
  }
}
