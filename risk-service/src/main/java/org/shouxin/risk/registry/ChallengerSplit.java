package org.shouxin.risk.registry;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.shouxin.risk.digest.Sha256;

/**
 * Who decides for whom: a stable hash of the subject and the challenger's version, so that one
 * borrower meets one model as long as the challenger stays, and the next challenger draws anew.
 */
public final class ChallengerSplit {

  private static final int PARTS = 10_000;

  private ChallengerSplit() {}

  /** The model that decides; empty when the purpose has neither. */
  public static Optional<RegisteredModel> decider(List<RegisteredModel> live, String subject) {
    Optional<RegisteredModel> challenger = at(live, Stage.CHALLENGER);
    return challenger
        .filter(each -> part(each.version(), subject) < each.sharePercent() * PARTS / 100)
        .or(() -> at(live, Stage.CHAMPION));
  }

  private static Optional<RegisteredModel> at(List<RegisteredModel> live, Stage stage) {
    return live.stream().filter(each -> each.stage() == stage).findFirst();
  }

  static int part(String version, String subject) {
    String hash = Sha256.hex((version + "\n" + subject).getBytes(StandardCharsets.UTF_8));
    return (int) (Long.parseLong(hash.substring(0, 12), 16) % PARTS);
  }
}
