package org.shouxin.collections.caserecord.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.persistence.CollectedRows;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.collections.caserecord.CaseRecord;
import org.shouxin.collections.caserecord.CaseRecords;

@ApplicationScoped
class SqlCaseRecords implements CaseRecords {
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private static final String ADD =
      """
      insert into case_record (leaf_id, case_id, kind, content, kept_at)
      select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::timestamptz[])""";

  private static final String OF_CASE =
      """
      select leaf_id, kind, content, kept_at from case_record
      where case_id = :aCase and leaf_id > :after order by leaf_id
      """;

  private final UnitOfWork work;

  SqlCaseRecords(UnitOfWork work) {
    this.work = work;
  }

  @Override
  public Uni<Void> add(CaseRecord newest) {
    return Uni.createFrom()
        .item(
            () -> {
              work.collected(SqlCaseRecords.class, SqlCaseRecords::rows)
                  .add(
                      newest.leafId(),
                      newest.caseId(),
                      newest.kind(),
                      newest.content(),
                      newest.keptAt().atOffset(ZoneOffset.UTC));
              return null;
            });
  }

  private static CollectedRows rows() {
    return new CollectedRows(
        ADD, UUID.class, UUID.class, String.class, String.class, OffsetDateTime.class);
  }

  @Override
  public Uni<List<CaseRecord>> ofCase(UUID caseId, UUID after, int rows) {
    return work.session()
        .chain(
            session ->
                session
                    .createNativeQuery(OF_CASE, Object[].class)
                    .setParameter("aCase", caseId)
                    .setParameter("after", after == null ? BEFORE_ALL : after)
                    .setMaxResults(rows)
                    .getResultList())
        .map(found -> found.stream().map(row -> caseRecord(caseId, row)).toList());
  }

  private static CaseRecord caseRecord(UUID caseId, Object[] row) {
    return new CaseRecord(
        (UUID) row[0],
        caseId,
        (String) row[1],
        (String) row[2],
        ((OffsetDateTime) row[3]).toInstant());
  }
}
