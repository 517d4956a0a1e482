package org.shouxin.servicing.reminder.client;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.servicing.reminder.Contacts;
import org.shouxin.servicing.reminder.client.OriginationClient.Hours;
import org.shouxin.servicing.reminder.client.OriginationClient.Wishes;
import org.shouxin.servicing.reminder.model.ContactWishes;
import org.shouxin.servicing.reminder.model.Reminder;
import org.shouxin.servicing.reminder.model.Reminder.Channel;
import org.shouxin.servicing.reminder.model.Sending;
import org.shouxin.servicing.reminder.model.Window;

/** Contacts from origination over HTTP. */
@ApplicationScoped
public class RestContacts implements Contacts {

  private static final String REMINDER = "REPAYMENT_REMINDER";
  private static final String LEGAL_NOTICE = "LEGAL_NOTICE";
  private static final String END_OF_DAY = "24:00";

  private final OriginationClient origination;

  RestContacts(@RestClient OriginationClient origination) {
    this.origination = origination;
  }

  @Override
  public Uni<ContactWishes> wishes(UUID borrowerId) {
    return origination
        .wishes(borrowerId)
        .map(RestContacts::wishes)
        .onFailure(NoContact.class)
        .recoverWithItem(ContactWishes.UNKNOWN);
  }

  private static ContactWishes wishes(Wishes told) {
    Hours hours = told.hours();
    return new ContactWishes(
        Channel.preferred(told.preferredChannel()),
        ZoneId.of(told.zone()),
        hours == null ? null : new Window(LocalTime.parse(hours.from()), end(hours.to())),
        hours != null && hours.nightAgreed(),
        told.contactConsent());
  }

  private static LocalTime end(String to) {
    return END_OF_DAY.equals(to) ? LocalTime.MIDNIGHT : LocalTime.parse(to);
  }

  @Override
  public Uni<Answer> disclose(Reminder reminder) {
    return origination
        .disclose(
            new OriginationClient.Request(
                reminder.borrowerId(),
                reminder.channel().name(),
                Sending.CONSENT.equals(reminder.ground()) ? REMINDER : LEGAL_NOTICE,
                reminder.requestId().toString()))
        .<Answer>map(disclosure -> new Disclosed(disclosure.address(), disclosure.language()))
        .onFailure(NoContact.class)
        .recoverWithItem(refusal -> new Blocked(refusal.code()));
  }
}
