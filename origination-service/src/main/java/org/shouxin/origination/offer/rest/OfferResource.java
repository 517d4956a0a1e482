package org.shouxin.origination.offer.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.shouxin.chassis.http.RequestLocale;
import org.shouxin.chassis.idempotency.Idempotency;
import org.shouxin.chassis.json.Json;
import org.shouxin.chassis.security.Caller;
import org.shouxin.chassis.text.Texts;
import org.shouxin.origination.offer.AcceptOffer;
import org.shouxin.origination.offer.AcceptOffer.Acceptance;
import org.shouxin.origination.offer.ReadOffer;
import org.shouxin.origination.offer.ReadOffer.Shown;
import org.shouxin.origination.offer.model.Offer;
import org.shouxin.origination.remote.Attempt;

/** The offer of an application. */
@Path("/v1/applications/{id}")
public class OfferResource {

  private static final int OK = 200;
  private static final String BUNDLE = "disclosure";

  private final ReadOffer readOffer;
  private final AcceptOffer acceptOffer;
  private final Idempotency idempotency;
  private final RequestLocale locale;
  private final Caller caller;

  OfferResource(
      ReadOffer readOffer,
      AcceptOffer acceptOffer,
      Idempotency idempotency,
      RequestLocale locale,
      Caller caller) {
    this.readOffer = readOffer;
    this.acceptOffer = acceptOffer;
    this.idempotency = idempotency;
    this.locale = locale;
    this.caller = caller;
  }

  /** Shows the cost table; the first showing starts the reading time. */
  @GET
  @Path("/offer")
  @RolesAllowed("borrower")
  public Uni<OfferView> show(@PathParam("id") UUID id) {
    Locale language = locale.get();
    return readOffer.show(id, caller.subject()).map(shown -> OfferView.of(shown, language));
  }

  /** Accepts the offer; a code goes to the phone. */
  @POST
  @Path("/acceptance")
  @RolesAllowed("borrower")
  public Uni<Response> accept(
      @PathParam("id") UUID id,
      @HeaderParam(Idempotency.HEADER) String key,
      @NotNull @Valid AcceptanceRequest request) {
    Acceptance acceptance =
        new Acceptance(id, caller.subject(), request.disclosureHash(), request.readSeconds());
    Locale language = locale.get();
    return idempotency.once(
        key, request, OK, () -> acceptOffer.prepare(acceptance, language), acceptOffer::complete);
  }

  /** Sends another code to somebody who has accepted. */
  @POST
  @Path("/signature-codes")
  @RolesAllowed("borrower")
  public Uni<Response> anotherCode(
      @PathParam("id") UUID id, @HeaderParam(Idempotency.HEADER) String key) {
    String subject = caller.subject();
    Locale language = locale.get();
    return idempotency.once(
        key,
        List.of(),
        OK,
        () -> Attempt.of(acceptOffer.prepareAnotherCode(id, subject, language)),
        sent -> acceptOffer.keepAnotherCode(sent.get()));
  }

  record AcceptanceRequest(
      @NotNull @Pattern(regexp = "[0-9a-f]{64}") String disclosureHash,
      @Min(0) @Max(86_400) Integer readSeconds) {}

  record OfferView(
      UUID offerId,
      String disclosureHash,
      JsonNode disclosure,
      TextView text,
      long readingSecondsMin,
      Instant shownAt,
      Instant expiresAt) {

    static OfferView of(Shown shown, Locale locale) {
      Offer offer = shown.offer();
      return new OfferView(
          offer.id(),
          offer.disclosureHash(),
          tree(offer.disclosure()),
          TextView.in(locale),
          shown.readingTime().value().longValueExact(),
          offer.shownAt(),
          offer.expiresAt());
    }

    private static JsonNode tree(String json) {
      try {
        return Json.strict().readTree(json);
      } catch (JsonProcessingException unreadable) {
        throw new IllegalStateException("the kept cost table is not readable", unreadable);
      }
    }
  }

  record TextView(String title, String cost, String late, String confirm) {
    static TextView in(Locale locale) {
      return new TextView(
          Texts.of(BUNDLE, locale, "title"),
          Texts.of(BUNDLE, locale, "cost"),
          Texts.of(BUNDLE, locale, "late"),
          Texts.of(BUNDLE, locale, "confirm"));
    }
  }
}
