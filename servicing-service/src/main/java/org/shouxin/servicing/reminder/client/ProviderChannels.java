package org.shouxin.servicing.reminder.client;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.chassis.text.Texts;
import org.shouxin.servicing.reminder.Channels;
import org.shouxin.servicing.reminder.client.MessagingClient.Push;
import org.shouxin.servicing.reminder.client.MessagingClient.Sms;
import org.shouxin.servicing.reminder.model.Reminder;

/** SMS and app push by the messaging provider, e-mail by SMTP. */
@ApplicationScoped
public class ProviderChannels implements Channels {

  private static final Duration MAIL_TIME_MAX = Duration.ofSeconds(5);

  private final MessagingClient messaging;
  private final ReactiveMailer mailer;
  private final String receiptsUrl;

  ProviderChannels(
      @RestClient MessagingClient messaging,
      ReactiveMailer mailer,
      @ConfigProperty(name = "shouxin.receipts-url") String receiptsUrl) {
    this.messaging = messaging;
    this.mailer = mailer;
    this.receiptsUrl = receiptsUrl;
  }

  @Override
  public Uni<Boolean> send(Reminder reminder, String address, Locale language, String text) {
    return switch (reminder.channel()) {
      case SMS ->
          messaging
              .sms(
                  new Sms(
                      reminder.requestId(),
                      address,
                      "REMINDER_" + reminder.kind().name(),
                      text,
                      receiptsUrl))
              .replaceWith(true);
      case APP_PUSH ->
          messaging
              .push(new Push(reminder.requestId(), address, text, receiptsUrl))
              .replaceWith(true);
      case EMAIL ->
          mailer
              .send(Mail.withText(address, Texts.of("reminders", language, "SUBJECT"), text))
              .ifNoItem()
              .after(MAIL_TIME_MAX)
              .fail()
              .replaceWith(false);
    };
  }
}
