package org.shouxin.risk.blacklist.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.risk.blacklist.Hit;
import org.shouxin.risk.blacklist.Subjects;
import org.shouxin.risk.blacklist.Tag;

@ApplicationScoped
class SqlSubjects implements Subjects {

  private static final String REMEMBER =
      """
      insert into blacklist_subject (borrower_id, kind, tag) values (:borrower, :kind, :tag)
      on conflict do nothing""";
  private static final String KNOWN =
      "select count(*) from blacklist_subject where borrower_id = :borrower";
  private static final String FORGET =
      "delete from blacklist_subject where borrower_id = :borrower";
  private static final String RECORD =
      """
      insert into blacklist_hit (id, entry_id, application_id, borrower_id, matched_by, entry_state,
        asked_by, hit_at)
      values (:id, :entry, :application, :borrower, :matchedBy, :state, :askedBy, :at)""";

  private final UnitOfWork work;

  SqlSubjects(UnitOfWork work) {
    this.work = work;
  }

  @Override
  public Uni<Void> remember(UUID borrowerId, List<Tag> tags) {
    Uni<Void> all = Uni.createFrom().voidItem();
    for (Tag tag : tags) {
      all = all.call(() -> remember(borrowerId, tag));
    }
    return all;
  }

  private Uni<Integer> remember(UUID borrowerId, Tag tag) {
    return work.session()
        .chain(
            session ->
                session
                    .createNativeQuery(REMEMBER)
                    .setParameter("borrower", borrowerId)
                    .setParameter("kind", tag.kind().name())
                    .setParameter("tag", tag.value())
                    .executeUpdate());
  }

  @Override
  public Uni<Boolean> known(UUID borrowerId) {
    return work.session()
        .chain(
            session ->
                session
                    .createNativeQuery(KNOWN, Long.class)
                    .setParameter("borrower", borrowerId)
                    .getSingleResult())
        .map(count -> count > 0);
  }

  @Override
  public Uni<Void> forget(UUID borrowerId) {
    return work.session()
        .chain(
            session ->
                session
                    .createNativeQuery(FORGET)
                    .setParameter("borrower", borrowerId)
                    .executeUpdate())
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> record(UUID hitId, Hit hit, Inquiry inquiry, Instant at) {
    return work.session()
        .chain(
            session ->
                session
                    .createNativeQuery(RECORD)
                    .setParameter("id", hitId)
                    .setParameter("entry", hit.entryId())
                    .setParameter("application", inquiry.applicationId())
                    .setParameter("borrower", inquiry.borrowerId())
                    .setParameter("matchedBy", hit.matchedBy().name())
                    .setParameter("state", hit.state())
                    .setParameter("askedBy", inquiry.askedBy())
                    .setParameter("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                    .executeUpdate())
        .replaceWithVoid();
  }
}
