package org.shouxin.localstack.standin;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The outside parties of a lender as one local HTTP server: identity authority, carrier, credit
 * bureau, bank, message and voice gateway, mail server. Deterministic by input, wrong on request;
 * their contracts are in the module's README.
 */
public final class StandIns implements AutoCloseable {

  private static final long START_SECONDS_MAX = 20;

  private final Vertx vertx;
  private final HttpServer server;
  private final Mails mails;
  private final Journal bankJournal;
  private final Journal registerJournal;

  private StandIns(
      Vertx vertx, HttpServer server, Mails mails, Journal bankJournal, Journal registerJournal) {
    this.vertx = vertx;
    this.server = server;
    this.mails = mails;
    this.bankJournal = bankJournal;
    this.registerJournal = registerJournal;
  }

  /** Starts all parties; returns when they listen. */
  public static StandIns start(StandInConfig config) {
    Vertx vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(2)
                .setFileSystemOptions(
                    new FileSystemOptions()
                        .setFileCachingEnabled(false)
                        .setClassPathResolvingEnabled(false)));
    Journal bankJournal = new Journal(config.directory().resolve("bank.jsonl"));
    Journal registerJournal = new Journal(config.directory().resolve("people.jsonl"));
    Mails mails = new Mails(config.smtpPort());
    try {
      HttpServer server = listen(vertx, config, bankJournal, registerJournal, mails);
      return new StandIns(vertx, server, mails, bankJournal, registerJournal);
    } catch (RuntimeException failed) {
      mails.close();
      vertx.close();
      bankJournal.close();
      registerJournal.close();
      throw failed;
    }
  }

  private static HttpServer listen(
      Vertx vertx,
      StandInConfig config,
      Journal bankJournal,
      Journal registerJournal,
      Mails mails) {
    Counters counters = new Counters();
    FaultPlan faults = new FaultPlan();
    Front front = new Front(vertx, faults, counters);
    CallbackAddresses addresses = new CallbackAddresses(config);
    PersonRegister people = new PersonRegister(registerJournal);
    BankBooks books = new BankBooks(bankJournal);
    Callbacks callbacks = new Callbacks(vertx, config.webhookSecret(), config.clock(), counters);
    Bank bank = new Bank(vertx, books, callbacks, addresses::bankWebhooks, config);
    MessagingGateway messaging =
        new MessagingGateway(vertx, people, callbacks, addresses::receipts, counters, config);
    VoiceGateway voice = new VoiceGateway(people, counters);
    new IdentityAuthority(people).mount(front);
    new Carrier(people).mount(front);
    new CreditBureau(people).mount(front);
    bank.mount(front);
    messaging.mount(front);
    voice.mount(front);
    Parties parties =
        new Parties(
            people,
            books,
            bank,
            messaging,
            voice,
            mails,
            faults,
            counters,
            callbacks,
            config.clock());
    new AdminApi(parties, front, addresses).mount();
    HttpServer server =
        vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(config.port()));
    await(server.requestHandler(front.router()).listen());
    bank.resume();
    return server;
  }

  /** Where the parties are: {@code <url>/<party>/v1/...}, {@code <url>/admin/...}. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.actualPort());
  }

  /** The mail server's port, -1 when none was started. */
  public int smtpPort() {
    return mails.port();
  }

  @Override
  public void close() {
    await(server.close());
    await(vertx.close());
    mails.close();
    bankJournal.close();
    registerJournal.close();
  }

  private static <T> T await(Future<T> future) {
    try {
      CompletableFuture<T> done = future.toCompletionStage().toCompletableFuture();
      return done.get(START_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    } catch (TimeoutException late) {
      throw new IllegalStateException("the stand-ins did not get ready", late);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
