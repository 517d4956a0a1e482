package org.shouxin.origination.identity.client;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.chassis.client.RemoteCalls;
import org.shouxin.origination.identity.DebitAgreements;
import org.shouxin.origination.identity.client.BankApi.AgreementRequest;
import org.shouxin.origination.person.CardNumber;
import org.shouxin.origination.person.IdNumber;
import org.shouxin.origination.person.PersonName;
import org.shouxin.origination.person.PhoneNumber;

/** The bank over HTTP. */
@ApplicationScoped
class HttpDebitAgreements implements DebitAgreements {

  private static final String PARTY = "bank";

  private final BankApi api;
  private final RemoteCalls calls;

  HttpDebitAgreements(@RestClient BankApi api, RemoteCalls calls) {
    this.api = api;
    this.calls = calls;
  }

  @Override
  public Uni<Answer> agree(PersonName name, IdNumber idNumber, PhoneNumber phone, CardNumber card) {
    var request = new AgreementRequest(name.value(), idNumber.value(), phone.value(), card.value());
    return calls
        .call(PARTY, () -> api.agree(request))
        .map(a -> new Answer(a.result(), a.agreement(), a.last4(), a.bankName()));
  }
}
