package org.shouxin.chassis.log;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import java.util.UUID;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.persistence.CollectedRows;
import org.shouxin.chassis.persistence.UnitOfWork;

/**
 * Appends records to the service's verifiable log.
 *
 * <p>The leaf is written in the caller's transaction, so a record is logged if and only if it was
 * committed. Its place in the tree is given within about a second by the {@link Sequencer}; that
 * delay keeps the log from serialising the transactions that write to it.
 */
@ApplicationScoped
public class VerifiableLog {
  private static final String INSERT =
      """
      with leaf as (
        insert into log_leaf (id, kind, subject_id, leaf_hash)
        select * from unnest($1::uuid[], $2::text[], $3::text[], $4::bytea[]) returning id)
      insert into log_pending (leaf_id) select id from leaf""";

  private final UnitOfWork work;
  private final Ids ids;
  private final LogKey key;

  VerifiableLog(UnitOfWork work, Ids ids, LogKey key) {
    this.work = work;
    this.ids = ids;
    this.key = key;
  }

  /**
   * Logs {@code content}; only its hash is kept. Must run inside {@link UnitOfWork#inTransaction},
   * and is written when the unit's work is done.
   *
   * @param kind what was recorded, a dotted name
   * @param subjectId id of the object the record is about; never a personal datum
   * @param canonicalContent the exact bytes that a holder will later show again
   */
  public Uni<LogReceipt> append(String kind, String subjectId, byte[] canonicalContent) {
    byte[] hash = MerkleHash.leaf(canonicalContent);
    LogReceipt receipt = new LogReceipt(key.log(), ids.next(), HexFormat.of().formatHex(hash));
    return Uni.createFrom()
        .item(
            () -> {
              work.collected(VerifiableLog.class, VerifiableLog::leaves)
                  .add(receipt.leafId(), kind, subjectId, Buffer.buffer(hash));
              return receipt;
            });
  }

  private static CollectedRows leaves() {
    return new CollectedRows(INSERT, UUID.class, String.class, String.class, Buffer.class);
  }
}
