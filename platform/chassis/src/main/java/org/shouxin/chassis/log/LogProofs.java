package org.shouxin.chassis.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.chassis.problem.RuleViolation;

/** Answers what outsiders ask of the log: its newest head, receipts and consistency proofs. */
@ApplicationScoped
public class LogProofs {
  private static final HexFormat HEX = HexFormat.of();

  private final Pool pool;
  private final LogKey key;

  LogProofs(Pool pool, LogKey key) {
    this.pool = pool;
    this.key = key;
  }

  /** A signed tree head; hashes and signature in lower-case hexadecimal. */
  public record Head(
      String log, long treeSize, String rootHash, Instant timestamp, String signature) {}

  /** A leaf, the newest head, and the path that joins them. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Receipt(
      UUID leafId,
      String kind,
      String subjectId,
      long leafIndex,
      String leafHash,
      Instant recordedAt,
      Head head,
      List<String> inclusion) {}

  /** Proof that the tree of {@code second} leaves keeps all of the tree of {@code first}. */
  public record Consistency(Head first, Head second, List<String> proof) {}

  public record PublicKey(String log, String algorithm, String publicKey) {}

  public PublicKey publicKey() {
    return new PublicKey(key.log(), "Ed25519", key.publicKey());
  }

  /** The newest head, empty while nothing was logged. */
  public Uni<Optional<Head>> newest() {
    return pool.query("select * from log_head order by tree_size desc limit 1")
        .execute()
        .map(
            rows ->
                rows.size() == 0 ? Optional.empty() : Optional.of(head(rows.iterator().next())));
  }

  /** The receipt of a leaf, 409 {@code LOG_LEAF_WAITING} while it has no place in the tree yet. */
  public Uni<Receipt> receipt(UUID leafId) {
    return pool.preparedQuery(
            """
            select l.*, e.leaf_index from log_leaf l left join log_entry e on e.leaf_id = l.id
             where l.id = $1
            """)
        .execute(Tuple.of(leafId))
        .map(
            rows -> {
              if (rows.size() == 0) {
                throw new NotFound("log leaf", leafId);
              }
              Row leaf = rows.iterator().next();
              if (leaf.getLong("leaf_index") == null) {
                throw RuleViolation.conflict(
                    "LOG_LEAF_WAITING", "The record waits for its place in the log; ask again.");
              }
              return leaf;
            })
        .chain(leaf -> newest().chain(head -> receipt(leaf, head.orElseThrow())));
  }

  private Uni<Receipt> receipt(Row leaf, Head head) {
    long index = leaf.getLong("leaf_index");
    return hashes(ProofPlan.inclusion(index, head.treeSize()))
        .map(
            proof ->
                new Receipt(
                    leaf.getUUID("id"),
                    leaf.getString("kind"),
                    leaf.getString("subject_id"),
                    index,
                    HEX.formatHex(leaf.getBuffer("leaf_hash").getBytes()),
                    leaf.getOffsetDateTime("recorded_at").toInstant(),
                    head,
                    proof));
  }

  /** The proof between two sizes that were signed as heads. */
  public Uni<Consistency> consistency(long from, long to) {
    if (from < 1 || to < from) {
      throw Invalid.field("from", "LOG_SIZES_ORDERED", "1 <= from <= to is asked for.");
    }
    return signedAt(from)
        .chain(
            first ->
                signedAt(to)
                    .chain(
                        second ->
                            hashes(ProofPlan.consistency(from, to))
                                .map(proof -> new Consistency(first, second, proof))));
  }

  private Uni<Head> signedAt(long treeSize) {
    return pool.preparedQuery("select * from log_head where tree_size = $1")
        .execute(Tuple.of(treeSize))
        .map(
            rows -> {
              if (rows.size() == 0) {
                throw new NotFound("signed head of size", treeSize);
              }
              return head(rows.iterator().next());
            });
  }

  private Uni<List<String>> hashes(ProofPlan plan) {
    Set<NodeRange> wanted = new HashSet<>();
    plan.runs().forEach(run -> wanted.addAll(NodeRange.covering(run.from(), run.to())));
    return StoredNodes.read(pool, wanted)
        .map(known -> plan.runs().stream().map(run -> fold(run, known)).toList());
  }

  private static String fold(ProofPlan.Run run, Map<NodeRange, byte[]> known) {
    return HEX.formatHex(
        NodeRange.fold(
            NodeRange.covering(run.from(), run.to()).stream()
                .map(known::get)
                .collect(Collectors.toList())));
  }

  private Head head(Row row) {
    OffsetDateTime at = row.getOffsetDateTime("signed_at");
    return new Head(
        key.log(),
        row.getLong("tree_size"),
        HEX.formatHex(row.getBuffer("root_hash").getBytes()),
        at.toInstant(),
        HEX.formatHex(row.getBuffer("signature").getBytes()));
  }
}
