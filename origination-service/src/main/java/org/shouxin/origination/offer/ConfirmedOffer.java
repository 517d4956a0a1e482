package org.shouxin.origination.offer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.shouxin.chassis.problem.NotFound;

/** The cost table that an applicant has confirmed, for the contract. */
@ApplicationScoped
public class ConfirmedOffer {

  private final Offers offers;

  ConfirmedOffer(Offers offers) {
    this.offers = offers;
  }

  /**
   * A table as it was confirmed.
   *
   * @param disclosure canonical JSON
   */
  public record Confirmed(
      String disclosure, String disclosureHash, Instant shownAt, Instant acceptedAt) {}

  /** The confirmed table of an application; inside the caller's unit of work. */
  public Uni<Confirmed> of(UUID applicationId) {
    return offers
        .ofApplication(applicationId)
        .map(
            offer -> {
              if (offer == null || offer.acceptedAt() == null) {
                throw new NotFound("confirmed offer", applicationId);
              }
              return new Confirmed(
                  offer.disclosure(), offer.disclosureHash(), offer.shownAt(), offer.acceptedAt());
            });
  }
}
