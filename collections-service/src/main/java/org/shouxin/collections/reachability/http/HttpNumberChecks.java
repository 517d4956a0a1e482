package org.shouxin.collections.reachability.http;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.chassis.client.RemoteCalls;
import org.shouxin.collections.reachability.NumberChecks;
import org.shouxin.collections.reachability.http.OriginationNumbers.CheckRequest;
import org.shouxin.collections.reachability.model.NumberStatus;

@ApplicationScoped
class HttpNumberChecks implements NumberChecks {
  private static final String PARTY = "origination";

  private final OriginationNumbers origination;
  private final RemoteCalls calls;

  HttpNumberChecks(@RestClient OriginationNumbers origination, RemoteCalls calls) {
    this.origination = origination;
    this.calls = calls;
  }

  @Override
  public Uni<NumberStatus> check(UUID borrowerId, UUID reference) {
    return calls
        .call(PARTY, () -> origination.check(borrowerId, new CheckRequest(reference.toString())))
        .map(checked -> NumberStatus.valueOf(checked.status()));
  }
}
