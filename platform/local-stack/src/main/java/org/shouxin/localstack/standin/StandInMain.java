package org.shouxin.localstack.standin;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The outside parties as a process of their own; ends on SIGTERM with its books in order. */
@Command(
    name = "stand-ins",
    mixinStandardHelpOptions = true,
    description = "Local stand-ins of the outside parties of a lender.")
public final class StandInMain implements Runnable {

  @Option(names = "--port", defaultValue = "8190", description = "HTTP port (${DEFAULT-VALUE})")
  private int port;

  @Option(
      names = "--smtp-port",
      defaultValue = "3025",
      description = "SMTP port (${DEFAULT-VALUE}), -1 for none")
  private int smtpPort;

  @Option(
      names = "--directory",
      defaultValue = ".local/stand-ins",
      description = "where the bank's books are kept (${DEFAULT-VALUE})")
  private Path directory;

  @Option(
      names = "--bank-webhook-url",
      defaultValue = "http://localhost:8103/v1/bank-webhooks",
      description = "receiver of the bank's webhooks (${DEFAULT-VALUE})")
  private String bankWebhookUrl;

  @Option(
      names = "--receipts-url",
      defaultValue = "http://localhost:8103/v1/messaging-receipts",
      description = "receiver of delivery receipts (${DEFAULT-VALUE})")
  private String receiptsUrl;

  @Option(
      names = "--webhook-secret",
      defaultValue = StandInConfig.LOCAL_WEBHOOK_SECRET,
      description = "Standard Webhooks secret that signs callbacks")
  private String webhookSecret;

  @Option(
      names = "--processing-millis",
      defaultValue = "50",
      description = "how long the bank takes to settle (${DEFAULT-VALUE})")
  private long processingMillis;

  public static void main(String[] args) {
    int code = new CommandLine(new StandInMain()).execute(args);
    if (code != 0) {
      System.exit(code);
    }
  }

  @Override
  public void run() {
    StandIns standIns =
        StandIns.start(
            new StandInConfig(
                port,
                smtpPort,
                directory,
                Optional.of(bankWebhookUrl),
                Optional.of(receiptsUrl),
                webhookSecret,
                Duration.ofMillis(processingMillis),
                Clock.systemUTC()));
    System.out.println("stand-ins at " + standIns.url() + ", SMTP " + standIns.smtpPort());
    CountDownLatch closed = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  standIns.close();
                  closed.countDown();
                }));
    try {
      closed.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
