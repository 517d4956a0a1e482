package org.shouxin.servicing.reminder.client;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.servicing.reminder.Contacts;
import org.shouxin.servicing.reminder.model.Reminder;

/** Contacts from origination over HTTP. */
@ApplicationScoped
public class RestContacts implements Contacts {

  private static final String PURPOSE = "REPAYMENT_REMINDER";

  private final OriginationClient origination;

  RestContacts(@RestClient OriginationClient origination) {
    this.origination = origination;
  }

  @Override
  public Uni<Answer> disclose(Reminder reminder) {
    return origination
        .disclose(
            new OriginationClient.Request(
                reminder.borrowerId(),
                reminder.channel().name(),
                PURPOSE,
                reminder.requestId().toString()))
        .<Answer>map(disclosure -> new Disclosed(disclosure.address(), disclosure.language()))
        .onFailure(NoContact.class)
        .recoverWithItem(refusal -> new Blocked(refusal.code()));
  }
}
