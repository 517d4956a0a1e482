package org.shouxin.origination.consent;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Records what people agree to, and answers whether they still do. */
@ApplicationScoped
public class GiveConsent {

  private final Consents consents;
  private final ConsentEvents events;
  private final Clock clock;

  GiveConsent(Consents consents, ConsentEvents events, Clock clock) {
    this.consents = consents;
    this.events = events;
    this.clock = clock;
  }

  /**
   * The first words, at registration. Nobody else knows the borrower yet, so they are not told, but
   * for the one that servicing must know of before it reports a loan.
   */
  public Uni<Void> atRegistration(UUID borrowerId, List<ConsentWish> wishes) {
    return Multi.createFrom()
        .iterable(wishes)
        .onItem()
        .transformToUniAndConcatenate(
            w -> consents.record(borrowerId, w, clock.instant()).call(g -> first(borrowerId, g)))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> first(UUID borrowerId, GivenConsent given) {
    return given.purpose() == Purpose.BUREAU_REPORT
        ? events.changed(borrowerId, given.purpose(), given.granted())
        : Uni.createFrom().voidItem();
  }

  /** A later word; also a withdrawal. Must run in a transaction. */
  public Uni<GivenConsent> change(UUID borrowerId, ConsentWish wish) {
    return consents
        .record(borrowerId, wish, clock.instant())
        .call(given -> events.changed(borrowerId, given.purpose(), given.granted()));
  }

  /** Every word that stands. */
  public Uni<List<GivenConsent>> standing(UUID borrowerId) {
    return consents.standing(borrowerId);
  }

  /** The consent that allows a purpose, if one stands. */
  public Uni<Optional<GivenConsent>> allowing(UUID borrowerId, Purpose purpose) {
    return consents
        .standing(borrowerId)
        .map(all -> all.stream().filter(c -> c.purpose() == purpose && c.granted()).findFirst());
  }
}
