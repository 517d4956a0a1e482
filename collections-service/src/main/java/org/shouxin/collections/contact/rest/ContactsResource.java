package org.shouxin.collections.contact.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shouxin.chassis.idempotency.Idempotency;
import org.shouxin.chassis.page.Page;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.chassis.security.Caller;
import org.shouxin.collections.contact.OrderContact;
import org.shouxin.collections.contact.ReportWrongPerson;
import org.shouxin.collections.contact.ShowContacts;

/** Contacts with debtors, each under the contact law. */
@Path("/v1/cases/{id}")
@Tag(name = "contacts")
public class ContactsResource {
  private static final int OK = 200;
  private static final int ACCEPTED = 202;

  private final OrderContact orderContact;
  private final ReportWrongPerson reportWrongPerson;
  private final ShowContacts showContacts;
  private final Idempotency idempotency;
  private final Caller caller;

  public ContactsResource(
      OrderContact orderContact,
      ReportWrongPerson reportWrongPerson,
      ShowContacts showContacts,
      Idempotency idempotency,
      Caller caller) {
    this.orderContact = orderContact;
    this.reportWrongPerson = reportWrongPerson;
    this.showContacts = showContacts;
    this.idempotency = idempotency;
    this.caller = caller;
  }

  /** Answers with the contact as it was reserved; its outcome is in the list. */
  @POST
  @Path("/contacts")
  @RolesAllowed({"collector", "agency"})
  public Uni<Response> contact(
      @PathParam("id") UUID caseId,
      @HeaderParam("Idempotency-Key") String key,
      @NotNull @Valid ContactRequest request) {
    OrderContact.Attempt attempt = orderContact.attempt(request.order(caseId, caller.subject()));
    return idempotency
        .once(
            key,
            request,
            ACCEPTED,
            attempt::prepare,
            prepared -> attempt.reserve(prepared).map(ContactView::of))
        .onFailure(ContactsResource::isRefusal)
        .call(refusal -> attempt.refused((RuleViolation) refusal))
        .call(attempt::send);
  }

  /** Somebody else answered this call; the carrier will be asked whose number it is. */
  @POST
  @Path("/contacts/{contactId}/wrong-person")
  @RolesAllowed({"collector", "agency"})
  public Uni<Response> wrongPerson(
      @PathParam("id") UUID caseId,
      @PathParam("contactId") UUID contactId,
      @HeaderParam("Idempotency-Key") String key) {
    return idempotency.once(
        key,
        Map.of("contactId", contactId),
        OK,
        () -> reportWrongPerson.report(caseId, contactId, ContactView::of));
  }

  @GET
  @Path("/contacts")
  @RolesAllowed({"collector", "agency", "officer", "auditor", "admin"})
  public Uni<Page<ContactView>> all(
      @PathParam("id") UUID caseId,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") Integer limit) {
    return showContacts
        .page(caseId, cursor, limit)
        .map(
            page ->
                new Page<>(page.items().stream().map(ContactView::of).toList(), page.nextCursor()));
  }

  @GET
  @Path("/allowance")
  @RolesAllowed({"collector", "agency", "officer", "auditor", "admin"})
  public Uni<AllowanceView> allowance(@PathParam("id") UUID caseId) {
    return showContacts.allowance(caseId).map(AllowanceView::of);
  }

  private static boolean isRefusal(Throwable failure) {
    return failure instanceof RuleViolation broken && !broken.rule().equals(Idempotency.KEY_REUSED);
  }
}
