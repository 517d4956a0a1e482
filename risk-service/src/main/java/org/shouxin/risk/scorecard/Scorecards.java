package org.shouxin.risk.scorecard;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.shouxin.risk.scorecard.model.CardActivation;
import org.shouxin.risk.scorecard.model.StoredCard;

/** Stored cards and which of them is active. */
public interface Scorecards {

  /** False when the version is taken. */
  Uni<Boolean> add(StoredCard card);

  /** Null when there is none. */
  Uni<StoredCard> find(String version);

  /** Newest first, without the documents' bodies being parsed. */
  Uni<List<StoredCard>> newest(int limit);

  Uni<Void> activate(CardActivation activation);

  /** The newest activation, null when there was never one. */
  Uni<CardActivation> active();
}
