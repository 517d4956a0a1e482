package org.shouxin.servicing.bench.payments;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouxin.localstack.testing.TestTokens;
import org.shouxin.servicing.testing.Webhooks;

/** Requests as bytes, made before they are timed; each pays another loan of the book. */
final class Requests {

  /** What is sent, and which part of the book it pays, in hundredths of its loans. */
  enum Kind {
    RECEIPT(0, 25),
    WEBHOOK(25, 88),
    FILE(88, 100);

    private final int from;
    private final int to;

    Kind(int from, int to) {
      this.from = from;
      this.to = to;
    }
  }

  private static final int READY_MAX = 30_000;
  private static final int PER_SECOND_MAX = 6_000;

  private final Book book;
  private final int connections;
  private final Map<Kind, Integer> next = new EnumMap<>(Kind.class);
  private long posted;

  Requests(Book book, int connections) {
    this.book = book;
    this.connections = connections;
    for (Kind kind : Kind.values()) {
      next.put(kind, book.loans() / 100 * kind.from);
    }
  }

  /** As many as may be sent in that time, or as the book has left. */
  List<byte[]> ready(Kind kind, int seconds) {
    String token = TestTokens.token("person-officer", "officer");
    int first = next.get(kind);
    int wanted = Math.min(READY_MAX, PER_SECOND_MAX * seconds);
    int last = Math.min(first + wanted, book.loans() / 100 * kind.to);
    List<byte[]> ready = new ArrayList<>(last - first);
    for (int loan = first; loan < last; loan++) {
      ready.add(kind == Kind.RECEIPT ? receipt(loan, token) : webhook(loan));
    }
    return ready;
  }

  /** Some that were begun at the end of the time may not have been sent; they are passed over. */
  void sent(Kind kind, int answered) {
    next.merge(kind, answered + connections, Integer::sum);
    posted += answered;
  }

  /** One file of the next debits. */
  byte[] file(int lines) {
    int first = next.get(Kind.FILE);
    StringBuilder file = new StringBuilder("requestId,status,collected,currency,bankReference\n");
    for (int loan = first; loan < first + lines; loan++) {
      file.append(book.order(loan))
          .append(",SUCCEEDED,")
          .append(book.amount())
          .append(",CNY,F")
          .append(loan)
          .append('\n');
    }
    next.put(Kind.FILE, first + lines);
    posted += lines;
    String token = TestTokens.token("person-officer", "officer");
    return post("/v1/debit-files", keyed(token, "text/csv"), file.toString());
  }

  long posted() {
    return posted;
  }

  private byte[] receipt(int loan, String token) {
    String body =
        "{\"amount\":{\"amount\":\"%s\",\"currency\":\"CNY\"},\"bankReference\":\"R%d\"}"
            .formatted(book.amount(), loan);
    return post(
        "/v1/loans/" + book.loan(loan) + "/receipts", keyed(token, "application/json"), body);
  }

  private byte[] webhook(int loan) {
    String body =
        """
        {"type":"debit.succeeded","data":{"requestId":"%s","bankReference":"B%d",\
        "requested":{"amount":"%s","currency":"CNY"},"collected":{"amount":"%s","currency":"CNY"}}}"""
            .formatted(book.order(loan), loan, book.amount(), book.amount());
    String id = UUID.randomUUID().toString();
    long at = Webhooks.now();
    String headers =
        "Content-Type: application/json\r\nwebhook-id: %s\r\nwebhook-timestamp: %d\r\n"
                .formatted(id, at)
            + "webhook-signature: "
            + Webhooks.sign(id, at, body)
            + "\r\n";
    return post("/v1/bank-webhooks", headers, body);
  }

  private static String keyed(String token, String type) {
    return "Authorization: Bearer %s\r\nIdempotency-Key: %s\r\nContent-Type: %s\r\n"
        .formatted(token, UUID.randomUUID(), type);
  }

  private static byte[] post(String path, String headers, String body) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return ("POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\n%sContent-Length: %d\r\n\r\n%s"
            .formatted(path, headers, length, body))
        .getBytes(StandardCharsets.UTF_8);
  }
}
