package org.shouxin.origination.offer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.json.CanonicalJson;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.origination.application.ApprovedTerms;
import org.shouxin.origination.application.OfferDesk;
import org.shouxin.origination.offer.Schedules.Preview;
import org.shouxin.origination.offer.model.Offer;
import org.shouxin.origination.policy.Parameter;
import org.shouxin.origination.policy.Policy;

/** Makes offers: the schedule is servicing's, the cap on its cost is checked here again. */
@ApplicationScoped
public class MakeOffer implements OfferDesk {

  /** The version of the explaining text in the bundle {@code disclosure}. */
  public static final String TEXT_VERSION = "disclosure-2026-01";

  private static final Duration VALIDITY = Duration.ofDays(7);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Schedules schedules;
  private final Offers offers;
  private final Policy policy;
  private final Ids ids;
  private final Clock clock;

  MakeOffer(Schedules schedules, Offers offers, Policy policy, Ids ids, Clock clock) {
    this.schedules = schedules;
    this.offers = offers;
    this.policy = policy;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Uni<PreparedOffer> prepare(ApprovedTerms terms) {
    return schedules
        .preview(terms)
        .invoke(preview -> check(terms, preview))
        .map(preview -> prepared(terms, preview));
  }

  private void check(ApprovedTerms terms, Preview preview) {
    if (!preview.totals().principal().equals(terms.principal())) {
      throw new IllegalStateException("the schedule is of another principal");
    }
    Parameter cap =
        policy.on(LocalDate.ofInstant(clock.instant(), ZONE), Parameter.Name.ANNUAL_COST_MAX);
    if (preview.annualPercentageRate().compareTo(cap.value()) > 0) {
      throw RuleViolation.refused(cap.rule(), "the all-in annual cost is above the cap");
    }
  }

  private PreparedOffer prepared(ApprovedTerms terms, Preview preview) {
    UUID id = ids.next();
    Disclosure disclosure =
        new Disclosure(
            id,
            terms.applicationId(),
            terms.principal(),
            terms.annualRate(),
            terms.method(),
            terms.termMonths(),
            preview.instalments(),
            preview.totals(),
            preview.annualPercentageRate(),
            preview.effectiveAnnualRate(),
            preview.fees(),
            preview.lateConsequences(),
            preview.terms(),
            TEXT_VERSION);
    byte[] canonical = CanonicalJson.bytes(disclosure);
    Instant now = clock.instant();
    Offer offer =
        new Offer(
            id,
            terms.applicationId(),
            new String(canonical, StandardCharsets.UTF_8),
            Sha256.hex(canonical),
            now,
            now.plus(VALIDITY));
    return new Kept(offer);
  }

  private final class Kept implements PreparedOffer {
    private final Offer offer;

    Kept(Offer offer) {
      this.offer = offer;
    }

    @Override
    public Instant expiresAt() {
      return offer.expiresAt();
    }

    @Override
    public Uni<Void> keep() {
      return offers.add(offer);
    }
  }
}
