package org.shouxin.chassis.log;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jboss.logging.Logger;
import org.shouxin.chassis.log.LogProofs.Head;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.chassis.security.Caller;

/**
 * Takes the heads that others were shown and says whether the log still has them. A head that we
 * signed and do not have means that the log was forked or rewritten; the answer names the leaves
 * among which the first difference lies, and is kept, whoever would rather not see it.
 *
 * <p>Who rewrote the log may lie here, too. The witness therefore keeps its heads and has the
 * offline verifier compare them with a consistency proof.
 */
@ApplicationScoped
public class WitnessHeads {

  private static final Logger LOG = Logger.getLogger(WitnessHeads.class);
  private static final HexFormat HEX = HexFormat.of();
  private static final int HASH_BYTES = 32;
  private static final int LIST_MAX = 200;
  private static final String STANDING =
      """
      select
        (select root_hash from log_head where tree_size = $1) as root_hash,
        (select coalesce(max(tree_size), 0) from log_head) as newest,
        (select coalesce(max(w.tree_size), 0)
         from log_witnessed w join log_head h on h.tree_size = w.tree_size
         where w.tree_size < $1 and w.root_hash = h.root_hash) as agreed""";
  private static final String KEEP =
      """
      insert into log_witnessed
        (witness, tree_size, root_hash, signed_at, signature, verdict, told_at)
      values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing""";
  private static final String LIST =
      "select * from log_witnessed order by told_at desc, tree_size desc limit $1";

  private final Pool pool;
  private final LogKey key;
  private final Caller caller;
  private final Clock clock;

  WitnessHeads(Pool pool, LogKey key, Caller caller, Clock clock) {
    this.pool = pool;
    this.key = key;
    this.caller = caller;
    this.clock = clock;
  }

  /** Whether the log has a head that it signed. */
  public enum Verdict {
    /** The log has that head. */
    AGREES,
    /** The log had other leaves when it signed that head. */
    DIFFERS,
    /** The log is shorter than the head that it signed. */
    SHORTER
  }

  /**
   * What became of a head that a witness showed.
   *
   * @param newestTreeSize leaves that the log has now
   * @param firstLeaf the first difference is at this leaf or behind it; null when the head agrees
   * @param lastLeaf and at this one or before; null when the head agrees
   */
  public record Testimony(
      Verdict verdict, long treeSize, long newestTreeSize, Long firstLeaf, Long lastLeaf) {}

  /** A testimony as it was kept. */
  public record Kept(
      String witness, Verdict verdict, long treeSize, String rootHash, Instant toldAt) {}

  /** Judges and keeps a head; one that this log never signed is refused. */
  public Uni<Testimony> take(Head shown) {
    byte[] root = signedRoot(shown);
    String witness = caller.subject();
    return pool.preparedQuery(STANDING)
        .execute(Tuple.of(shown.treeSize()))
        .map(rows -> judge(shown, root, rows.iterator().next()))
        .invoke(testimony -> alert(witness, testimony))
        .call(
            testimony ->
                pool.preparedQuery(KEEP)
                    .execute(
                        Tuple.from(
                            List.of(
                                witness,
                                shown.treeSize(),
                                Buffer.buffer(root),
                                shown.timestamp().atOffset(ZoneOffset.UTC),
                                Buffer.buffer(HEX.parseHex(shown.signature())),
                                testimony.verdict().name(),
                                clock.instant().atOffset(ZoneOffset.UTC)))));
  }

  /** The newest testimonies, at most {@value #LIST_MAX}. */
  public Uni<List<Kept>> newest() {
    return pool.preparedQuery(LIST)
        .execute(Tuple.of(LIST_MAX))
        .map(
            rows -> {
              List<Kept> kept = new ArrayList<>();
              rows.forEach(row -> kept.add(kept(row)));
              return kept;
            });
  }

  private byte[] signedRoot(Head shown) {
    if (shown == null || shown.rootHash() == null || shown.signature() == null) {
      throw Invalid.field("/", "LOG_HEAD", "a head as the log signed it is asked for");
    }
    byte[] root;
    byte[] signature;
    try {
      root = HEX.parseHex(shown.rootHash());
      signature = HEX.parseHex(shown.signature());
    } catch (IllegalArgumentException notHex) {
      throw Invalid.field("/rootHash", "LOG_HEAD", "hashes are hexadecimal");
    }
    boolean whole =
        key.log().equals(shown.log())
            && shown.treeSize() > 0
            && shown.timestamp() != null
            && root.length == HASH_BYTES;
    if (!whole || !key.signed(shown.treeSize(), root, shown.timestamp(), signature)) {
      throw RuleViolation.refused("LOG_HEAD_NOT_SIGNED", "this log never signed that head")
          .field("/signature");
    }
    return root;
  }

  private static Testimony judge(Head shown, byte[] root, Row standing) {
    long newest = standing.getLong("newest");
    Buffer ours = (Buffer) standing.getValue("root_hash");
    long size = shown.treeSize();
    if (ours != null && MessageDigest.isEqual(ours.getBytes(), root)) {
      return new Testimony(Verdict.AGREES, size, newest, null, null);
    }
    Verdict verdict = size > newest ? Verdict.SHORTER : Verdict.DIFFERS;
    return new Testimony(verdict, size, newest, standing.getLong("agreed"), size - 1);
  }

  private static void alert(String witness, Testimony testimony) {
    if (testimony.verdict() != Verdict.AGREES) {
      LOG.errorf("the log is not what witness %s was shown: %s", witness, testimony);
    }
  }

  private static Kept kept(Row row) {
    return new Kept(
        row.getString("witness"),
        Verdict.valueOf(row.getString("verdict")),
        row.getLong("tree_size"),
        HEX.formatHex(row.getBuffer("root_hash").getBytes()),
        row.getOffsetDateTime("told_at").toInstant());
  }
}
