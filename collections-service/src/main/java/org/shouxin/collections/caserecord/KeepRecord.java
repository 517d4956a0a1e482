package org.shouxin.collections.caserecord;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.shouxin.chassis.json.CanonicalJson;
import org.shouxin.chassis.log.VerifiableLog;

/**
 * Keeps what happened in a case where nobody can change it unseen: the content in the case's
 * records, its hash in the verifiable log, both in the caller's transaction.
 */
@ApplicationScoped
public class KeepRecord {
  private final VerifiableLog log;
  private final CaseRecords records;
  private final Clock clock;

  public KeepRecord(VerifiableLog log, CaseRecords records, Clock clock) {
    this.log = log;
    this.records = records;
    this.clock = clock;
  }

  /**
   * Keeps one record.
   *
   * @param kind a dotted name
   * @param facts a record or a map that JSON can tell; never a personal datum
   */
  public Uni<Void> keep(UUID caseId, String kind, Object facts) {
    Instant now = clock.instant();
    byte[] content =
        CanonicalJson.bytes(Map.of("caseId", caseId, "kind", kind, "keptAt", now, "facts", facts));
    return log.append(kind, caseId.toString(), content)
        .chain(
            leaf ->
                records.add(
                    new CaseRecord(
                        leaf.leafId(),
                        caseId,
                        kind,
                        new String(content, StandardCharsets.UTF_8),
                        now)));
  }
}
