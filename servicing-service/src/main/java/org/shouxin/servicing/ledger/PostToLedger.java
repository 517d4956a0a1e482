package org.shouxin.servicing.ledger;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.log.VerifiableLog;

/** Posts a balanced group and logs it, both in the caller's transaction. */
@ApplicationScoped
public class PostToLedger {

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
    return log.append(PostingContent.LOG_KIND, subject, PostingContent.of(groupId, group))
        .call(leaf -> postings.add(groupId, group, leaf.leafId()))
        .map(leaf -> new LedgerReceipt(groupId, leaf.leafId()));
  }
}
