package org.shouxin.servicing.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.shouxin.chassis.json.CanonicalJson;

/**
 * The bytes whose hash is the leaf of a posting group in the verifiable log: every figure of the
 * group and nothing else, as canonical JSON. Entries stand in the order in which they were posted.
 */
public final class PostingContent {

  /** Kind of the leaves of posting groups. */
  public static final String LOG_KIND = "servicing.ledger.posted";

  private PostingContent() {}

  /** One posting: an account's code and the amount in minor units, debit positive. */
  public record Line(String account, long minor) {}

  public static byte[] of(UUID groupId, PostingGroup group) {
    return of(
        groupId,
        group.loanId(),
        group.businessDate(),
        group.reason(),
        group.currency(),
        group.entries().stream().map(e -> new Line(e.account().code(), e.minor())).toList());
  }

  static byte[] of(
      UUID groupId,
      UUID loanIdOrNull,
      LocalDate businessDate,
      String reason,
      String currency,
      List<Line> lines) {
    Map<String, Object> content = new TreeMap<>();
    content.put("groupId", groupId);
    content.put("loanId", loanIdOrNull);
    content.put("businessDate", businessDate);
    content.put("reason", reason);
    content.put("currency", currency);
    content.put("entries", lines);
    return CanonicalJson.bytes(content);
  }
}
