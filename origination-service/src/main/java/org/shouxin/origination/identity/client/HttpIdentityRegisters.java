package org.shouxin.origination.identity.client;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.chassis.client.RemoteCalls;
import org.shouxin.origination.identity.IdentityRegisters;
import org.shouxin.origination.identity.client.AuthorityApi.IdentityRequest;
import org.shouxin.origination.identity.client.AuthorityApi.LostRequest;
import org.shouxin.origination.person.IdNumber;
import org.shouxin.origination.person.PersonName;

/** The identity authority over HTTP. */
@ApplicationScoped
class HttpIdentityRegisters implements IdentityRegisters {

  private static final String PARTY = "authority";

  private final AuthorityApi api;
  private final RemoteCalls calls;

  HttpIdentityRegisters(@RestClient AuthorityApi api, RemoteCalls calls) {
    this.api = api;
    this.calls = calls;
  }

  @Override
  public Uni<Answer> identityOf(PersonName name, IdNumber idNumber) {
    var request = new IdentityRequest(name.value(), idNumber.value());
    return calls
        .call(PARTY, () -> api.checkIdentity(request))
        .map(a -> new Answer(a.result(), a.serial()));
  }

  @Override
  public Uni<Boolean> isReportedLost(IdNumber idNumber) {
    return calls
        .call(PARTY, () -> api.lostDocument(new LostRequest(idNumber.value())))
        .map(AuthorityApi.LostAnswer::reported)
        .onItem()
        .ifNull()
        .failWith(() -> new IllegalStateException("the authority's answer says nothing"));
  }
}
