package org.shouxin.collections.reachability.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.collections.reachability.ContactPoints;

@ApplicationScoped
class SqlContactPoints implements ContactPoints {
  private static final String LEARN =
      """
      insert into known_point (borrower_id, zone, number_point_id)
      values (:borrower, :zone, cast(:point as uuid))
      on conflict (borrower_id) do update
      set zone = excluded.zone,
          number_point_id = coalesce(excluded.number_point_id, known_point.number_point_id)
      where known_point.zone is distinct from excluded.zone
         or (excluded.number_point_id is not null
             and known_point.number_point_id is distinct from excluded.number_point_id)
      """;

  private static final String RECYCLE =
      """
      insert into recycled_point (contact_point_id, borrower_id, since)
      select number_point_id, borrower_id, now() from known_point
      where borrower_id = :borrower and number_point_id is not null
      on conflict (contact_point_id) do nothing
      """;

  private final UnitOfWork work;

  SqlContactPoints(UnitOfWork work) {
    this.work = work;
  }

  @Override
  public Uni<Void> learn(UUID borrowerId, String zone, UUID numberPointId) {
    return work.session()
        .chain(
            session ->
                session
                    .createNativeQuery(LEARN)
                    .setParameter("borrower", borrowerId)
                    .setParameter("zone", zone)
                    .setParameter("point", numberPointId == null ? null : numberPointId.toString())
                    .executeUpdate())
        .replaceWithVoid();
  }

  @Override
  public Uni<Map<UUID, Known>> known(Collection<UUID> borrowerIds) {
    if (borrowerIds.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return work.session()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        "select borrower_id, zone, number_point_id from known_point"
                            + " where borrower_id in (:ids)",
                        Object[].class)
                    .setParameter("ids", borrowerIds)
                    .getResultList())
        .map(SqlContactPoints::byBorrower);
  }

  private static Map<UUID, Known> byBorrower(List<Object[]> rows) {
    Map<UUID, Known> known = new HashMap<>();
    rows.forEach(row -> known.put((UUID) row[0], new Known((String) row[1], (UUID) row[2])));
    return known;
  }

  @Override
  public Uni<Void> recycle(UUID borrowerId) {
    return work.session()
        .chain(
            session ->
                session
                    .createNativeQuery(RECYCLE)
                    .setParameter("borrower", borrowerId)
                    .executeUpdate())
        .replaceWithVoid();
  }

  @Override
  public Uni<Boolean> isRecycled(UUID contactPointId) {
    return work.session()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        "select contact_point_id from recycled_point where contact_point_id = :p",
                        UUID.class)
                    .setParameter("p", contactPointId)
                    .getSingleResultOrNull())
        .map(found -> found != null);
  }
}
