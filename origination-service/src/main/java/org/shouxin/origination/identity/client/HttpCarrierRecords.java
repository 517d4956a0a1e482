package org.shouxin.origination.identity.client;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.chassis.client.RemoteCalls;
import org.shouxin.origination.identity.CarrierRecords;
import org.shouxin.origination.identity.client.CarrierApi.HolderRequest;
import org.shouxin.origination.identity.client.CarrierApi.StatusRequest;
import org.shouxin.origination.person.IdNumber;
import org.shouxin.origination.person.PersonName;
import org.shouxin.origination.person.PhoneNumber;

/** The carrier over HTTP. */
@ApplicationScoped
class HttpCarrierRecords implements CarrierRecords {

  private static final String PARTY = "carrier";

  private final CarrierApi api;
  private final RemoteCalls calls;

  HttpCarrierRecords(@RestClient CarrierApi api, RemoteCalls calls) {
    this.api = api;
    this.calls = calls;
  }

  @Override
  public Uni<String> holderOf(PersonName name, IdNumber idNumber, PhoneNumber phone) {
    var request = new HolderRequest(name.value(), idNumber.value(), phone.value());
    return calls.call(PARTY, () -> api.threeFactor(request)).map(CarrierApi.HolderAnswer::result);
  }

  @Override
  public Uni<NumberReport> statusOf(PhoneNumber phone, LocalDate provenOn) {
    var request = new StatusRequest(phone.value(), provenOn);
    return calls
        .call(PARTY, () -> api.numberStatus(request))
        .map(
            a ->
                new NumberReport(
                    a.status() == null ? "UNKNOWN" : a.status(),
                    a.monthsInNetwork(),
                    a.recycledSince()));
  }
}
