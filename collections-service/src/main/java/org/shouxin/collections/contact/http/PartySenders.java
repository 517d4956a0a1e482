package org.shouxin.collections.contact.http;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.chassis.client.RemoteCalls;
import org.shouxin.collections.contact.Message;
import org.shouxin.collections.contact.Senders;
import org.shouxin.collections.contact.http.MessagingGateway.Push;
import org.shouxin.collections.contact.http.MessagingGateway.Sms;
import org.shouxin.collections.contact.http.VoiceGateway.Call;
import org.shouxin.collections.contact.model.SendResult;
import org.shouxin.collections.contact.model.SendResult.Kind;

/** Text messages, pushes and calls over HTTP, mail over SMTP. */
@ApplicationScoped
class PartySenders implements Senders {
  private static final String REQUEST_HEADER = "X-Request-Id";
  private static final Duration MAIL_TIMEOUT = Duration.ofSeconds(5);

  private final MessagingGateway messaging;
  private final VoiceGateway voice;
  private final ReactiveMailer mailer;
  private final RemoteCalls calls;
  private final String callbackUrl;

  PartySenders(
      @RestClient MessagingGateway messaging,
      @RestClient VoiceGateway voice,
      ReactiveMailer mailer,
      RemoteCalls calls,
      @ConfigProperty(name = "shouxin.collections.receipts-url") String callbackUrl) {
    this.messaging = messaging;
    this.voice = voice;
    this.mailer = mailer;
    this.calls = calls;
    this.callbackUrl = callbackUrl;
  }

  @Override
  public Uni<SendResult> send(Message message) {
    return switch (message.channel()) {
      case SMS -> calls.call("messaging", () -> messaging.sms(sms(message))).map(this::accepted);
      case APP_PUSH ->
          calls.call("messaging", () -> messaging.push(push(message))).map(this::accepted);
      case VOICE -> calls.call("voice", () -> voice.call(call(message))).map(this::ended);
      case EMAIL -> mail(message);
    };
  }

  private Uni<SendResult> mail(Message message) {
    Mail mail =
        Mail.withText(message.address(), message.subject(), message.text())
            .addHeader(REQUEST_HEADER, message.requestId().toString());
    return mailer
        .send(mail)
        .ifNoItem()
        .after(MAIL_TIMEOUT)
        .fail()
        .replaceWith(new SendResult(Kind.ACCEPTED, null, "MAIL_ACCEPTED"));
  }

  private Sms sms(Message message) {
    return new Sms(
        message.requestId().toString(),
        message.address(),
        message.template(),
        message.text(),
        callbackUrl);
  }

  private Push push(Message message) {
    return new Push(
        message.requestId().toString(),
        message.address(),
        message.template(),
        message.text(),
        callbackUrl);
  }

  private static Call call(Message message) {
    return new Call(message.requestId().toString(), message.address(), message.text());
  }

  private SendResult accepted(MessagingGateway.Accepted accepted) {
    return new SendResult(Kind.ACCEPTED, accepted.messageId(), "ACCEPTED");
  }

  private SendResult ended(VoiceGateway.Ended ended) {
    Kind kind =
        switch (ended.result()) {
          case "ANSWERED" -> Kind.ANSWERED;
          case "NO_ANSWER" -> Kind.NO_ANSWER;
          case "EMPTY_NUMBER", "SUSPENDED" -> Kind.NUMBER_DEAD;
          default -> throw new IllegalStateException("voice result " + ended.result());
        };
    return new SendResult(kind, ended.callId(), ended.result());
  }
}
