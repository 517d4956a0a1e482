package org.shouxin.localstack.standin;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** An SMTP server that keeps what it receives. */
final class Mails implements AutoCloseable {

  private static final int NONE = -1;

  /** Would log addresses; held, because the level of a logger nobody holds is forgotten. */
  private static final Logger SERVER_LOG = Logger.getLogger("com.icegreen.greenmail");

  private final Optional<GreenMail> server;

  Mails(int port) {
    SERVER_LOG.setLevel(Level.WARNING);
    this.server =
        port == NONE
            ? Optional.empty()
            : Optional.of(
                new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)));
    server.ifPresent(GreenMail::start);
  }

  int port() {
    return server.map(mail -> mail.getSmtp().getPort()).orElse(NONE);
  }

  JsonArray receivedBy(Optional<String> recipient) {
    JsonArray found = new JsonArray();
    if (server.isEmpty()) {
      return found;
    }
    try {
      for (MimeMessage mail : server.get().getReceivedMessages()) {
        String to = InternetAddress.toString(mail.getRecipients(RecipientType.TO));
        if (recipient.map(to::contains).orElse(true)) {
          found.add(
              new JsonObject()
                  .put("to", to)
                  .put("subject", mail.getSubject())
                  .put("text", textOf(mail)));
        }
      }
      return found;
    } catch (MessagingException | IOException broken) {
      throw new IllegalStateException("a received mail cannot be read", broken);
    }
  }

  void clear() {
    server.ifPresent(
        mail -> {
          try {
            mail.purgeEmailFromAllMailboxes();
          } catch (FolderException broken) {
            throw new IllegalStateException(broken);
          }
        });
  }

  private static String textOf(MimeMessage mail) throws MessagingException, IOException {
    return mail.getContent() instanceof String text ? text : GreenMailUtil.getBody(mail);
  }

  @Override
  public void close() {
    server.ifPresent(GreenMail::stop);
  }
}
