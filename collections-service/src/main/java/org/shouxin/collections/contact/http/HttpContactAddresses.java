package org.shouxin.collections.contact.http;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.chassis.client.RemoteCalls;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.collections.contact.ContactAddresses;
import org.shouxin.collections.contact.Disclosure;
import org.shouxin.collections.contact.http.OriginationContacts.Question;
import org.shouxin.collections.contact.model.Channel;
import org.shouxin.collections.contact.model.RuleIds;

@ApplicationScoped
class HttpContactAddresses implements ContactAddresses {
  private static final String PARTY = "origination";
  private static final String PURPOSE = "COLLECTION";
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  private final OriginationContacts origination;
  private final RemoteCalls calls;

  HttpContactAddresses(@RestClient OriginationContacts origination, RemoteCalls calls) {
    this.origination = origination;
    this.calls = calls;
  }

  @Override
  public Uni<Disclosure> disclose(UUID borrowerId, Channel channel, UUID reference) {
    Question question = new Question(borrowerId, channel.name(), PURPOSE, reference.toString());
    return calls
        .call(PARTY, () -> origination.disclose(question))
        .map(
            told ->
                new Disclosure(told.address(), told.contactPointId(), told.language(), told.zone()))
        .onFailure(WebApplicationException.class)
        .transform(HttpContactAddresses::refusal);
  }

  private static Throwable refusal(Throwable failure) {
    int status = ((WebApplicationException) failure).getResponse().getStatus();
    return switch (status) {
      case NOT_FOUND ->
          RuleViolation.refused(
              RuleIds.CONTACT_POINT_UNKNOWN, "The debtor has no such contact point.");
      case CONFLICT ->
          RuleViolation.refused(
              RuleIds.CONTACT_POINT_BLOCKED, "Origination keeps this contact point closed.");
      default -> failure;
    };
  }
}
