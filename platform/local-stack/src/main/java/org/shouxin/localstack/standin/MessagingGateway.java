package org.shouxin.localstack.standin;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.shouxin.localstack.standin.PersonRegister.Line;

/**
 * SMS and app push with delivery receipts. Keeps every message, so that an outside test can read a
 * one-time code as its addressee would.
 */
final class MessagingGateway {

  private record Message(
      String id,
      String requestId,
      String channel,
      String address,
      String template,
      String text,
      Instant at,
      String type,
      String code,
      boolean stranger) {

    boolean saysTheSame(String otherChannel, String otherAddress, String otherText) {
      return channel.equals(otherChannel) && address.equals(otherAddress) && text.equals(otherText);
    }

    JsonObject json() {
      return new JsonObject()
          .put("messageId", id)
          .put("requestId", requestId)
          .put("channel", channel)
          .put("address", address)
          .put("template", template)
          .put("text", text)
          .put("at", at.toString())
          .put("code", code)
          .put("stranger", stranger);
    }
  }

  private final Vertx vertx;
  private final PersonRegister people;
  private final Callbacks callbacks;
  private final Supplier<Optional<String>> receiptsUrl;
  private final Counters counters;
  private final Duration processing;
  private final Clock clock;
  private final List<Message> messages = new ArrayList<>();
  private final Map<String, Message> byRequest = new HashMap<>();

  MessagingGateway(
      Vertx vertx,
      PersonRegister people,
      Callbacks callbacks,
      Supplier<Optional<String>> receiptsUrl,
      Counters counters,
      StandInConfig config) {
    this.vertx = vertx;
    this.people = people;
    this.callbacks = callbacks;
    this.receiptsUrl = receiptsUrl;
    this.counters = counters;
    this.processing = config.processing();
    this.clock = config.clock();
  }

  void mount(Front front) {
    front.post("messaging", "sms", this::sms);
    front.post("messaging", "push", this::push);
  }

  JsonArray sentTo(Optional<String> address, Optional<Instant> since) {
    JsonArray found = new JsonArray();
    for (Message message : messages) {
      if (address.map(message.address()::equals).orElse(true)
          && since.map(message.at()::isAfter).orElse(true)) {
        found.add(message.json());
      }
    }
    return found;
  }

  void clear() {
    messages.clear();
    byRequest.clear();
  }

  private Answer sms(Request request) {
    String phone = request.phone("phone");
    Optional<Line> line = people.line(phone);
    String code = line.map(MessagingGateway::smsCode).orElse("EMPTY_NUMBER");
    boolean stranger = line.map(Line::heldByStranger).orElse(false);
    return send(request, "SMS", phone, request.text("template"), code, stranger);
  }

  private Answer push(Request request) {
    String template = request.optionalText("template").orElse("push");
    return send(request, "APP_PUSH", request.text("deviceToken"), template, "DELIVERED", false);
  }

  private static String smsCode(Line line) {
    return switch (line.status()) {
      case ACTIVE, RECYCLED -> "DELIVERED";
      case SUSPENDED -> "SUSPENDED";
      case EMPTY -> "EMPTY_NUMBER";
    };
  }

  private Answer send(
      Request request,
      String channel,
      String address,
      String template,
      String code,
      boolean stranger) {
    String requestId = request.text("requestId");
    String text = request.text("text");
    Supplier<Optional<String>> url = receiver(request);
    Message earlier = byRequest.get(requestId);
    if (earlier != null) {
      if (!earlier.saysTheSame(channel, address, text)) {
        throw Refusal.conflict("REQUEST_ID_REUSED", "another message has this requestId");
      }
      return Answer.accepted(new JsonObject().put("messageId", earlier.id()));
    }
    String type = code.equals("DELIVERED") ? "message.delivered" : "message.failed";
    Message message =
        new Message(
            "msg-" + (messages.size() + 1),
            requestId,
            channel,
            address,
            template,
            text,
            clock.instant(),
            type,
            code,
            stranger);
    messages.add(message);
    byRequest.put(requestId, message);
    counters.add("messages." + channel + "." + code);
    if (stranger) {
      counters.add("strangerDeliveries");
    }
    vertx.setTimer(
        Math.max(1, processing.toMillis()), timer -> sendReceipt(message, url, request.fault()));
    return Answer.accepted(new JsonObject().put("messageId", message.id()));
  }

  private Supplier<Optional<String>> receiver(Request request) {
    Optional<String> own = request.optionalUrl("callbackUrl");
    return own.isPresent() ? () -> own : receiptsUrl;
  }

  private void sendReceipt(Message message, Supplier<Optional<String>> url, Optional<Fault> fault) {
    if (url.get().isEmpty()) {
      return;
    }
    JsonObject data =
        new JsonObject()
            .put("requestId", message.requestId())
            .put("messageId", message.id())
            .put("channel", message.channel())
            .put("code", message.code());
    JsonObject body = new JsonObject().put("type", message.type()).put("data", data);
    callbacks.send("receipt-" + message.requestId(), url, body, fault, () -> {});
  }
}
