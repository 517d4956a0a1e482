package org.shouxin.risk.scorecard;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.log.VerifiableLog;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.risk.digest.Sha256;
import org.shouxin.risk.scorecard.card.CardInvalid;
import org.shouxin.risk.scorecard.card.Scorecard;
import org.shouxin.risk.scorecard.model.CardActivation;
import org.shouxin.risk.scorecard.model.StoredCard;

/** Takes in cards, makes one active, tells which there are. */
@ApplicationScoped
public class KeepScorecards {

  private static final int LISTED_MAX = 200;

  private final Scorecards scorecards;
  private final BundledCard bundled;
  private final VerifiableLog log;
  private final Ids ids;
  private final Clock clock;

  public KeepScorecards(
      Scorecards scorecards, BundledCard bundled, VerifiableLog log, Ids ids, Clock clock) {
    this.scorecards = scorecards;
    this.bundled = bundled;
    this.log = log;
    this.ids = ids;
    this.clock = clock;
  }

  /** What is told of a card without its body. */
  public record CardSummary(String version, String sha256, boolean active, boolean bundled) {}

  /**
   * Stores an artefact as it would be written by the training command; must run in a transaction.
   */
  public Uni<CardSummary> add(String document, String subject) {
    Scorecard card = readable(document);
    if (!card.forLiveDecision()) {
      throw Invalid.field(
          "/vocabulary", "CARD_FOR_LIVE_DECISION", "the card reads columns the decision has not");
    }
    byte[] bytes = CardDocument.bytes(card);
    StoredCard stored =
        new StoredCard(
            card.version(),
            new String(bytes, StandardCharsets.UTF_8),
            Sha256.hex(bytes),
            clock.instant(),
            subject);
    if (card.version().equals(bundled.card().version())) {
      throw taken(card.version());
    }
    CardSummary summary = new CardSummary(stored.version(), stored.sha256(), false, false);
    return scorecards
        .add(stored)
        .chain(
            added ->
                added
                    ? log.append("risk.scorecard.added", card.version(), bytes).replaceWithVoid()
                    : refuseOtherBytes(stored))
        .replaceWith(summary);
  }

  private Uni<Void> refuseOtherBytes(StoredCard offered) {
    return scorecards
        .find(offered.version())
        .invoke(
            stored -> {
              if (!stored.sha256().equals(offered.sha256())) {
                throw taken(offered.version());
              }
            })
        .replaceWithVoid();
  }

  /** Makes a stored card the active one; must run in a transaction. */
  public Uni<CardSummary> activate(String version, String subject) {
    return scorecards
        .find(version)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("scorecard", version))
        .call(
            stored ->
                scorecards.activate(
                    new CardActivation(ids.next(), version, clock.instant(), subject)))
        .call(
            stored ->
                log.append(
                    "risk.scorecard.activated",
                    version,
                    (version + " " + stored.sha256()).getBytes(StandardCharsets.UTF_8)))
        .map(stored -> new CardSummary(version, stored.sha256(), true, false));
  }

  public Uni<List<CardSummary>> list() {
    return scorecards
        .active()
        .chain(
            active ->
                scorecards
                    .newest(LISTED_MAX)
                    .map(stored -> summaries(stored, active == null ? null : active.version())));
  }

  /** The artefact's own bytes. */
  public Uni<String> document(String version) {
    if (version.equals(bundled.card().version())) {
      return Uni.createFrom().item(bundled.document());
    }
    return scorecards
        .find(version)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("scorecard", version))
        .map(StoredCard::document);
  }

  private List<CardSummary> summaries(List<StoredCard> stored, String active) {
    List<CardSummary> summaries = new ArrayList<>();
    for (StoredCard each : stored) {
      boolean isActive = each.version().equals(active);
      summaries.add(new CardSummary(each.version(), each.sha256(), isActive, false));
    }
    byte[] bytes = bundled.document().getBytes(StandardCharsets.UTF_8);
    summaries.add(
        new CardSummary(bundled.card().version(), Sha256.hex(bytes), active == null, true));
    return summaries;
  }

  private static Scorecard readable(String document) {
    try {
      return CardDocument.read(document);
    } catch (CardInvalid invalid) {
      throw Invalid.field(invalid.pointer(), invalid.rule(), invalid.getMessage());
    }
  }

  private static RuleViolation taken(String version) {
    return RuleViolation.conflict("SCORECARD_VERSION_ONCE", "a card of this version is stored")
        .with("version", version);
  }
}
