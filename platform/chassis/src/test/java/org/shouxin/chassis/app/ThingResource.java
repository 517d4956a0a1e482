package org.shouxin.chassis.app;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.idempotency.Idempotency;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.outbox.Outbox;
import org.shouxin.chassis.outbox.OutgoingEvent;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.chassis.problem.RuleViolation;

/** The test application's one resource. */
@Path("/v1/things")
public class ThingResource {

  /** A kind of thing. */
  public enum Kind {
    ROUND,
    SQUARE
  }

  /** A part of a thing. */
  public record Part(@NotBlank String label, int count) {}

  /** What is asked for. */
  public record ThingRequest(
      @NotBlank String name,
      @NotNull Money price,
      LocalDate day,
      Kind kind,
      @Max(10) int count,
      BigDecimal rate,
      List<@Valid Part> parts) {}

  /** What is shown. */
  public record ThingView(UUID id, String name, Money price, BigDecimal rate) {}

  /** What is told. */
  public record ThingMade(UUID thingId, Money price) {}

  private final UnitOfWork unitOfWork;
  private final Idempotency idempotency;
  private final Outbox outbox;
  private final Ids ids;

  ThingResource(UnitOfWork unitOfWork, Idempotency idempotency, Outbox outbox, Ids ids) {
    this.unitOfWork = unitOfWork;
    this.idempotency = idempotency;
    this.outbox = outbox;
    this.ids = ids;
  }

  @POST
  @RolesAllowed("officer")
  public Uni<Response> make(
      @HeaderParam(Idempotency.HEADER) String key, @Valid @NotNull ThingRequest request) {
    return idempotency.once(key, request, 201, () -> make(request));
  }

  @POST
  @Path("prepared")
  @RolesAllowed("officer")
  public Uni<Response> makePrepared(
      @HeaderParam(Idempotency.HEADER) String key, @Valid @NotNull ThingRequest request) {
    return idempotency.once(
        key,
        request,
        201,
        () -> Uni.createFrom().item(Prepared.count()),
        prepared -> make(request));
  }

  @GET
  @Path("{id}")
  @RolesAllowed({"officer", "service"})
  public Uni<ThingView> show(@PathParam("id") UUID id, @QueryParam("limit") @Max(200) int limit) {
    return unitOfWork
        .reading(() -> unitOfWork.session().chain(session -> session.find(Thing.class, id)))
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("thing", id))
        .map(thing -> new ThingView(thing.id(), thing.name(), null, null));
  }

  private static void refuse(String name) {
    if (name.equals("refused")) {
      throw RuleViolation.conflict("TEST-RULE-04", "refused after all was written");
    }
  }

  private Uni<ThingView> make(ThingRequest request) {
    Thing thing = new Thing(ids.next(), request.name(), request.price().minor());
    return unitOfWork
        .session()
        .chain(session -> session.persist(thing))
        .chain(
            () ->
                outbox.append(
                    new OutgoingEvent(
                        "test.made",
                        thing.id().toString(),
                        "test.thing.made.v1",
                        new ThingMade(thing.id(), request.price()))))
        .invoke(() -> refuse(request.name()))
        .replaceWith(new ThingView(thing.id(), thing.name(), request.price(), request.rate()));
  }
}
