package org.shouxin.origination.stepup.client;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.chassis.client.RemoteCalls;
import org.shouxin.origination.person.PhoneNumber;
import org.shouxin.origination.stepup.TextMessages;
import org.shouxin.origination.stepup.client.MessagingApi.SmsRequest;

/** Text messages over the gateway's HTTP. */
@ApplicationScoped
class HttpTextMessages implements TextMessages {

  private final MessagingApi api;
  private final RemoteCalls calls;

  HttpTextMessages(@RestClient MessagingApi api, RemoteCalls calls) {
    this.api = api;
    this.calls = calls;
  }

  @Override
  public Uni<Void> send(UUID requestId, PhoneNumber phone, String template, String text) {
    var request = new SmsRequest(requestId, phone.value(), template, text);
    return calls.call("messaging", () -> api.sms(request)).replaceWithVoid();
  }
}
