package org.shouxin.servicing.line.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.shouxin.chassis.http.RequestLocale;
import org.shouxin.chassis.idempotency.Idempotency;
import org.shouxin.chassis.page.Page;
import org.shouxin.chassis.security.Caller;
import org.shouxin.servicing.line.CloseLine;
import org.shouxin.servicing.line.DiscloseDraw;
import org.shouxin.servicing.line.DrawOnLine;
import org.shouxin.servicing.line.OpenLine;
import org.shouxin.servicing.line.OpenLine.Framework;
import org.shouxin.servicing.line.ViewLines;
import org.shouxin.servicing.line.model.CreditLine;
import org.shouxin.servicing.line.model.Disclosure;
import org.shouxin.servicing.line.rest.LineRequests.DisclosureRequest;
import org.shouxin.servicing.line.rest.LineRequests.DrawRequest;
import org.shouxin.servicing.line.rest.LineRequests.OpenRequest;
import org.shouxin.servicing.line.rest.LineViews.DisclosureView;
import org.shouxin.servicing.line.rest.LineViews.DrawView;
import org.shouxin.servicing.line.rest.LineViews.LineView;

/** Credit lines: opened once, drawn again and again. */
@Path("/v1/lines")
public class LinesResource {

  private final OpenLine open;
  private final DiscloseDraw disclose;
  private final DrawOnLine draw;
  private final CloseLine close;
  private final ViewLines lines;
  private final Idempotency idempotency;
  private final RequestLocale locale;
  private final Caller caller;

  LinesResource(
      OpenLine open,
      DiscloseDraw disclose,
      DrawOnLine draw,
      CloseLine close,
      ViewLines lines,
      Idempotency idempotency,
      RequestLocale locale,
      Caller caller) {
    this.open = open;
    this.disclose = disclose;
    this.draw = draw;
    this.close = close;
    this.lines = lines;
    this.idempotency = idempotency;
    this.locale = locale;
    this.caller = caller;
  }

  /** A line that was opened. */
  public record Opened(UUID lineId, String state) {
    static Opened of(CreditLine line) {
      return new Opened(line.id(), line.state().name());
    }
  }

  @POST
  @RolesAllowed({"officer", "service"})
  public Uni<Response> open(@HeaderParam(Idempotency.HEADER) String key, OpenRequest request) {
    LineRequests.required(request, "/");
    Framework framework = request.framework(caller.subject());
    return idempotency.once(
        key,
        request,
        Response.Status.CREATED.getStatusCode(),
        () -> open.handle(framework).map(Opened::of));
  }

  @GET
  @RolesAllowed({"borrower", "officer", "reviewer", "collector", "auditor", "admin", "service"})
  public Uni<Page<LineView>> list(
      @QueryParam("borrowerId") UUID borrowerId,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") Integer limit) {
    Locale language = locale.get();
    return lines
        .page(borrowerId, cursor, limit)
        .map(
            page ->
                new Page<>(
                    page.items().stream().map(line -> LineView.of(line, language)).toList(),
                    page.nextCursor()));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({"borrower", "officer", "reviewer", "collector", "auditor", "admin", "service"})
  public Uni<LineView> one(@RestPath UUID id) {
    Locale language = locale.get();
    return lines.one(id).map(line -> LineView.of(line, language));
  }

  @GET
  @Path("/{id}/draws")
  @RolesAllowed({"borrower", "officer", "reviewer", "collector", "auditor", "admin", "service"})
  public Uni<Page<DrawView>> draws(
      @RestPath UUID id, @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
    return lines
        .draws(id, cursor, limit)
        .map(
            page ->
                new Page<>(page.items().stream().map(DrawView::of).toList(), page.nextCursor()));
  }

  /** Shows what a draw would cost; a draw confirms what was shown here. */
  @POST
  @Path("/{id}/disclosures")
  @RolesAllowed("borrower")
  public Uni<Response> disclose(
      @RestPath UUID id, @HeaderParam(Idempotency.HEADER) String key, DisclosureRequest request) {
    LineRequests.required(request, "/");
    Disclosure.Wish wish = request.wish();
    return idempotency.once(
        key,
        request,
        Response.Status.CREATED.getStatusCode(),
        () -> disclose.handle(id, wish).map(DisclosureView::of));
  }

  @POST
  @Path("/{id}/draws")
  @RolesAllowed("borrower")
  public Uni<Response> draw(
      @RestPath UUID id, @HeaderParam(Idempotency.HEADER) String key, DrawRequest request) {
    LineRequests.required(request, "/");
    request.check();
    return idempotency.once(
        key,
        request,
        Response.Status.CREATED.getStatusCode(),
        () -> draw.handle(id, request.disclosureId()));
  }

  @POST
  @Path("/{id}/closure")
  @RolesAllowed({"borrower", "officer"})
  public Uni<Response> close(@RestPath UUID id, @HeaderParam(Idempotency.HEADER) String key) {
    Locale language = locale.get();
    return idempotency.once(
        key,
        List.of(),
        Response.Status.OK.getStatusCode(),
        () -> close.handle(id).map(line -> LineView.of(line, language)));
  }
}
