package org.shouxin.collections.contact.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shouxin.collections.contact.ShowContacts;
import org.shouxin.collections.contact.model.ContactLimits;
import org.shouxin.collections.contact.model.LegalRule;

/** The contact law this service obeys, for anybody who is signed in. */
@Path("/v1/contact-rules")
@Tag(name = "contacts")
@Authenticated
public class ContactRulesResource {
  private final ShowContacts showContacts;

  public ContactRulesResource(ShowContacts showContacts) {
    this.showContacts = showContacts;
  }

  /** The rules of the business date, and the figures applied, which may be tighter. */
  public record ContactRulesView(List<LegalRule> rules, ContactLimits applied) {}

  @GET
  public Uni<ContactRulesView> inForce() {
    return showContacts
        .rules()
        .chain(rules -> showContacts.limits().map(limits -> new ContactRulesView(rules, limits)));
  }
}
