package org.shouxin.servicing.ledger;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.json.CanonicalJson;
import org.shouxin.chassis.log.VerifiableLog;

/** Posts a balanced group and logs it, both in the caller's transaction. */
@ApplicationScoped
public class PostToLedger {

  private static final String LOG_KIND = "servicing.ledger.posted";

  private final Postings postings;
  private final VerifiableLog log;
  private final Ids ids;

  PostToLedger(Postings postings, VerifiableLog log, Ids ids) {
    this.postings = postings;
    this.log = log;
    this.ids = ids;
  }

  public Uni<LedgerReceipt> post(PostingGroup group) {
    UUID groupId = ids.next();
    String subject = (group.loanId() == null ? groupId : group.loanId()).toString();
    return log.append(LOG_KIND, subject, CanonicalJson.bytes(content(groupId, group)))
        .call(leaf -> postings.add(groupId, group, leaf.leafId()))
        .map(leaf -> new LedgerReceipt(groupId, leaf.leafId()));
  }

  /** What the log's leaf is the hash of: every figure of the group, nothing else. */
  static Map<String, Object> content(UUID groupId, PostingGroup group) {
    Map<String, Object> content = new TreeMap<>();
    content.put("groupId", groupId);
    content.put("loanId", group.loanId());
    content.put("businessDate", group.businessDate());
    content.put("reason", group.reason());
    content.put("currency", group.currency());
    content.put(
        "entries",
        group.entries().stream()
            .map(e -> Map.of("account", e.account().code(), "minor", e.minor()))
            .toList());
    return content;
  }
}
