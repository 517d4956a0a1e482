package org.shouxin.risk.limit;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.risk.exposure.TrackExposure;
import org.shouxin.risk.limit.model.BorrowerLimit;

/** Tells how a borrower stands: limit, what holds it down, what is owed. */
@ApplicationScoped
public class TellStanding {

  private static final String CURRENCY = "CNY";

  private final BorrowerLimits limits;
  private final TrackExposure exposures;

  public TellStanding(BorrowerLimits limits, TrackExposure exposures) {
    this.limits = limits;
    this.exposures = exposures;
  }

  /**
   * @param available limit less what is owed, never negative
   * @param newMoneyPercent part of the granted limit that the standing allows
   */
  public record LimitView(
      UUID borrowerId,
      Money limit,
      Money granted,
      Money outstanding,
      Money available,
      int newMoneyPercent,
      List<String> restrictions) {}

  /** A borrower never seen stands well and owes nothing; locks the limit for the decision. */
  public Uni<LimitView> forDecision(UUID borrowerId) {
    return limits.lock(borrowerId, CURRENCY).chain(limit -> view(borrowerId, limit));
  }

  public Uni<LimitView> of(UUID borrowerId) {
    return limits
        .find(borrowerId)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("limit", borrowerId))
        .chain(limit -> view(borrowerId, limit));
  }

  private Uni<LimitView> view(UUID borrowerId, BorrowerLimit limit) {
    return exposures
        .outstanding(borrowerId, CURRENCY)
        .map(
            outstanding ->
                new LimitView(
                    borrowerId,
                    limit.limit(),
                    limit.granted(),
                    outstanding,
                    limit.limit().minus(outstanding).max(Money.zero(CURRENCY)),
                    limit.newMoneyPercent(),
                    limit.restrictions()));
  }
}
