package org.shouxin.origination.offer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.origination.application.AdvanceApplication;
import org.shouxin.origination.offer.model.Offer;
import org.shouxin.origination.policy.Parameter;
import org.shouxin.origination.policy.Policy;

/** Shows an applicant the offer, and remembers when it did first. */
@ApplicationScoped
public class ReadOffer {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Offers offers;
  private final AdvanceApplication applications;
  private final Policy policy;
  private final UnitOfWork unitOfWork;
  private final Clock clock;

  ReadOffer(
      Offers offers,
      AdvanceApplication applications,
      Policy policy,
      UnitOfWork unitOfWork,
      Clock clock) {
    this.offers = offers;
    this.applications = applications;
    this.policy = policy;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  /** An offer that was shown, and how long it has to be read. */
  public record Shown(Offer offer, Parameter readingTime) {}

  /** Shows it; the first time is kept. */
  public Uni<Shown> show(UUID applicationId, String subject) {
    return unitOfWork.inTransaction(
        () ->
            applications
                .own(applicationId, subject)
                .chain(application -> offers.ofApplication(applicationId))
                .onItem()
                .ifNull()
                .failWith(() -> new NotFound("offer", applicationId))
                .invoke(offer -> offer.shown(clock.instant()))
                .map(offer -> new Shown(offer, readingTime())));
  }

  Parameter readingTime() {
    return policy.on(
        LocalDate.ofInstant(clock.instant(), ZONE), Parameter.Name.READING_SECONDS_MIN);
  }
}
