package org.shouxin.risk.registry.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.risk.registry.Models;
import org.shouxin.risk.registry.Promotion;
import org.shouxin.risk.registry.RegisteredModel;
import org.shouxin.risk.registry.Stage;
import org.shouxin.risk.training.Purpose;

@ApplicationScoped
class SqlModels implements Models {

  private static final String COLUMNS =
      "version, purpose, kind, sha256, stage, share_percent, added_at, added_by";
  private static final String ADD =
      """
      insert into model (version, purpose, kind, sha256, stage, share_percent, added_at, added_by,
        document) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing""";
  private static final String FIND = "select " + COLUMNS + " from model where version = $1";
  private static final String NEWEST =
      "select " + COLUMNS + " from model order by added_at desc, version limit $1";
  private static final String LIVE =
      "select "
          + COLUMNS
          + " from model where purpose = $1 and stage in ('SHADOW', 'CHALLENGER', 'CHAMPION')"
          + " order by version";
  private static final String MOVED =
      """
      insert into model_move
        (id, version, purpose, from_stage, to_stage, share_percent, moved_at, moved_by,
         approved_by, why)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)""";
  private static final String BEFORE =
      """
      select version from model_move
      where purpose = $1 and to_stage = 'CHAMPION' and version <> $2 and why <> 'ROLLED_BACK'
        and version not in
          (select version from model_move
           where purpose = $1 and from_stage = 'CHAMPION' and why = 'ROLLED_BACK')
      order by id desc limit 1""";
  private static final String PROPOSE =
      """
      insert into model_promotion
        (id, version, to_stage, share_percent, proposed_by, proposed_at, open)
      values ($1, $2, $3, $4, $5, $6, true)""";
  private static final String PROMOTION =
      """
      select id, version, to_stage, share_percent, proposed_by, open
      from model_promotion where id = $1 for update""";

  private final UnitOfWork work;

  SqlModels(UnitOfWork work) {
    this.work = work;
  }

  @Override
  public Uni<Boolean> add(RegisteredModel model, String document) {
    return work.change(
            ADD,
            model.version(),
            model.purpose().name(),
            model.kind(),
            model.sha256(),
            model.stage().name(),
            model.sharePercent(),
            at(model.addedAt()),
            model.addedBy(),
            document)
        .map(rows -> rows == 1);
  }

  @Override
  public Uni<RegisteredModel> find(String version) {
    return work.rows(FIND, version).map(rows -> rows.isEmpty() ? null : model(rows.get(0)));
  }

  @Override
  public Uni<String> document(String version) {
    return work.rows("select document from model where version = $1", version)
        .map(rows -> rows.isEmpty() ? null : (String) rows.get(0)[0]);
  }

  @Override
  public Uni<List<RegisteredModel>> newest(int limit) {
    return work.rows(NEWEST, limit).map(rows -> rows.stream().map(SqlModels::model).toList());
  }

  @Override
  public Uni<List<RegisteredModel>> live(Purpose purpose) {
    return work.rows(LIVE, purpose.name())
        .map(rows -> rows.stream().map(SqlModels::model).toList());
  }

  @Override
  public Uni<Void> lock(Purpose purpose) {
    return work.rows(
            "select purpose from model_purpose where purpose = $1 for update", purpose.name())
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> place(RegisteredModel model, Move move) {
    return work.change(
            "update model set stage = $2, share_percent = $3 where version = $1",
            model.version(),
            model.stage().name(),
            model.sharePercent())
        .chain(
            () ->
                work.change(
                    MOVED,
                    move.id(),
                    model.version(),
                    model.purpose().name(),
                    move.from().name(),
                    model.stage().name(),
                    model.sharePercent(),
                    at(move.at()),
                    move.by(),
                    move.approvedBy(),
                    move.why()))
        .replaceWithVoid();
  }

  @Override
  public Uni<String> championBefore(Purpose purpose, String version) {
    return work.rows(BEFORE, purpose.name(), version)
        .map(rows -> rows.isEmpty() ? null : (String) rows.get(0)[0]);
  }

  @Override
  public Uni<Void> propose(Promotion promotion, Instant at) {
    return work.change(
            PROPOSE,
            promotion.id(),
            promotion.version(),
            promotion.to().name(),
            promotion.sharePercent(),
            promotion.proposedBy(),
            at(at))
        .replaceWithVoid();
  }

  @Override
  public Uni<Promotion> promotion(UUID id) {
    return work.rows(PROMOTION, id)
        .map(
            rows ->
                rows.isEmpty()
                    ? null
                    : new Promotion(
                        (UUID) rows.get(0)[0],
                        (String) rows.get(0)[1],
                        Stage.valueOf((String) rows.get(0)[2]),
                        ((Number) rows.get(0)[3]).intValue(),
                        (String) rows.get(0)[4],
                        (Boolean) rows.get(0)[5]));
  }

  @Override
  public Uni<Void> close(UUID promotionId) {
    return work.change("update model_promotion set open = false where id = $1", promotionId)
        .replaceWithVoid();
  }

  private static RegisteredModel model(Object[] row) {
    return new RegisteredModel(
        (String) row[0],
        Purpose.valueOf((String) row[1]),
        (String) row[2],
        (String) row[3],
        Stage.valueOf((String) row[4]),
        ((Number) row[5]).intValue(),
        ((OffsetDateTime) row[6]).toInstant(),
        (String) row[7]);
  }

  private static OffsetDateTime at(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
