package org.shouxin.localstack.standin;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the stand-ins listen, keep their books and send their callbacks.
 *
 * @param port HTTP port on 127.0.0.1; 0 takes a free one
 * @param smtpPort SMTP port on 127.0.0.1; 0 takes a free one, -1 starts no mail server
 * @param directory where the bank's and the register's journals live; they are replayed at start
 * @param bankWebhookUrl receiver of the bank's webhooks; empty sends none until the admin names one
 * @param receiptsUrl receiver of delivery receipts of requests that name no callbackUrl
 * @param webhookSecret Standard Webhooks secret ("whsec_" + base64) that signs every callback
 * @param processing how long the bank and the message gateways take after they have answered
 * @param clock the outside world's time: instants of bookings, messages and signatures
 */
public record StandInConfig(
    int port,
    int smtpPort,
    Path directory,
    Optional<String> bankWebhookUrl,
    Optional<String> receiptsUrl,
    String webhookSecret,
    Duration processing,
    Clock clock) {

  /** A secret for local use only; a deployment with real parties has its own. */
  public static final String LOCAL_WEBHOOK_SECRET =
      "whsec_bG9jYWwtc3RhY2std2ViaG9vay1zZWNyZXQtMDAwMQ==";

  /** Free ports, no callbacks yet: what a component test starts with. */
  public static StandInConfig forTests(Path directory) {
    return new StandInConfig(
        0,
        0,
        directory,
        Optional.empty(),
        Optional.empty(),
        LOCAL_WEBHOOK_SECRET,
        Duration.ofMillis(20),
        Clock.systemUTC());
  }

  public StandInConfig withCallbacks(String bankWebhooks, String receipts) {
    return new StandInConfig(
        port,
        smtpPort,
        directory,
        Optional.of(bankWebhooks),
        Optional.of(receipts),
        webhookSecret,
        processing,
        clock);
  }
}
