package org.shouxin.risk.registry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.log.VerifiableLog;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.risk.training.Purpose;

/** Moves models from stage to stage: one person proposes, another approves; back in one call. */
@ApplicationScoped
public class MoveModel {

  public static final String STEP = "MODEL_STAGE_STEP";
  public static final String FOUR_EYES = "FOUR_EYES";
  public static final String OPEN = "MODEL_PROMOTION_OPEN";
  public static final String BEFORE = "MODEL_CHAMPION_BEFORE";
  private static final int SHARE_MAX_PERCENT = 50;

  private final Models models;
  private final VerifiableLog log;
  private final Ids ids;
  private final Clock clock;

  MoveModel(Models models, VerifiableLog log, Ids ids, Clock clock) {
    this.models = models;
    this.log = log;
    this.ids = ids;
    this.clock = clock;
  }

  /** In a transaction, as all below. */
  public Uni<Promotion> propose(String version, Stage to, int sharePercent, String by) {
    boolean challenger = to == Stage.CHALLENGER;
    if (challenger != (sharePercent > 0) || sharePercent < 0 || sharePercent > SHARE_MAX_PERCENT) {
      throw Invalid.field(
          "/sharePercent", "MODEL_SHARE", "1 to 50 for a challenger, 0 for other stages");
    }
    Promotion promotion = new Promotion(ids.next(), version, to, sharePercent, by, true);
    return known(version)
        .invoke(model -> requireStep(model, to))
        .chain(() -> models.propose(promotion, clock.instant()))
        .replaceWith(promotion);
  }

  /** Applies a proposed step; by another person than proposed it. */
  public Uni<RegisteredModel> approve(String version, UUID promotionId, String by) {
    return known(version)
        .call(model -> models.lock(model.purpose()))
        .chain(() -> models.promotion(promotionId))
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("promotion", promotionId))
        .invoke(promotion -> requireApprovable(promotion, version, by))
        .call(() -> models.close(promotionId))
        .chain(promotion -> known(version).chain(model -> apply(model, promotion, by)));
  }

  private Uni<RegisteredModel> apply(RegisteredModel model, Promotion promotion, String by) {
    requireStep(model, promotion.to());
    return makeRoom(model, promotion, by)
        .chain(
            () ->
                place(
                    model,
                    promotion.to(),
                    promotion.sharePercent(),
                    promotion.proposedBy(),
                    by,
                    "PROMOTED"));
  }

  /** The champion or challenger in place steps aside for the new one. */
  private Uni<Void> makeRoom(RegisteredModel model, Promotion promotion, String by) {
    if (promotion.to() != Stage.CHAMPION && promotion.to() != Stage.CHALLENGER) {
      return Uni.createFrom().voidItem();
    }
    Stage aside = promotion.to() == Stage.CHAMPION ? Stage.RETIRED : Stage.SHADOW;
    return models
        .live(model.purpose())
        .chain(
            live ->
                live.stream()
                    .filter(each -> each.stage() == promotion.to())
                    .findFirst()
                    .map(
                        old ->
                            place(old, aside, 0, promotion.proposedBy(), by, "REPLACED")
                                .replaceWithVoid())
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  /** Takes a model out at once; one person may do it. */
  public Uni<RegisteredModel> retire(String version, String by) {
    return known(version)
        .call(model -> models.lock(model.purpose()))
        .chain(() -> known(version))
        .invoke(model -> requireStep(model, Stage.RETIRED))
        .chain(model -> place(model, Stage.RETIRED, 0, by, null, "RETIRED"));
  }

  /** The champion goes, the one before it is champion again: one call of one person. */
  public Uni<RegisteredModel> rollBack(Purpose purpose, String by) {
    return models
        .lock(purpose)
        .chain(() -> models.live(purpose))
        .map(MoveModel::champion)
        .chain(
            champion ->
                models
                    .championBefore(purpose, champion.version())
                    .onItem()
                    .ifNull()
                    .failWith(MoveModel::noneBefore)
                    .call(() -> place(champion, Stage.RETIRED, 0, by, null, "ROLLED_BACK")))
        .chain(this::known)
        .chain(before -> place(before, Stage.CHAMPION, 0, by, null, "ROLLED_BACK"));
  }

  private Uni<RegisteredModel> place(
      RegisteredModel model, Stage to, int share, String by, String approvedBy, String why) {
    RegisteredModel placed = model.at(to, share);
    byte[] told =
        String.join(" ", model.version(), model.sha256(), model.stage().name(), to.name(), why)
            .getBytes(StandardCharsets.UTF_8);
    return models
        .place(
            placed,
            new Models.Move(ids.next(), model.stage(), clock.instant(), by, approvedBy, why))
        .chain(() -> log.append("risk.model.moved", model.version(), told))
        .replaceWith(placed);
  }

  private Uni<RegisteredModel> known(String version) {
    return models.find(version).onItem().ifNull().failWith(() -> new NotFound("model", version));
  }

  private static RegisteredModel champion(List<RegisteredModel> live) {
    return live.stream()
        .filter(each -> each.stage() == Stage.CHAMPION)
        .findFirst()
        .orElseThrow(MoveModel::noneBefore);
  }

  private static RuleViolation noneBefore() {
    return RuleViolation.conflict(BEFORE, "there is no champion to go back from or to");
  }

  private static void requireStep(RegisteredModel model, Stage to) {
    if (!model.stage().mayBecome(to)) {
      throw RuleViolation.conflict(STEP, "the model may not take this step")
          .with("from", model.stage().name())
          .with("to", to.name());
    }
  }

  private static void requireApprovable(Promotion promotion, String version, String by) {
    if (!promotion.version().equals(version)) {
      throw new NotFound("promotion", promotion.id());
    }
    if (!promotion.open()) {
      throw RuleViolation.conflict(OPEN, "the promotion was decided already");
    }
    if (promotion.proposedBy().equals(by)) {
      throw RuleViolation.refused(FOUR_EYES, "another person than the proposer must approve");
    }
  }
}
