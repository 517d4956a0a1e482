package org.shouxin.risk.blacklist.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.risk.blacklist.BlacklistEntries;
import org.shouxin.risk.blacklist.Hit;
import org.shouxin.risk.blacklist.Tag;
import org.shouxin.risk.blacklist.model.BlacklistEntry;

@ApplicationScoped
class HibernateBlacklistEntries implements BlacklistEntries {

  private static final int DUE_BATCH_MAX = 1_000;
  private static final int HITS_MAX = 50;
  private static final String COPY_TAGS =
      """
      insert into blacklist_tag (entry_id, kind, tag)
      select :entry, kind, tag from blacklist_subject where borrower_id = :borrower""";
  private static final String OPEN =
      "select count(e) from BlacklistEntry e where e.loanId = :loan and e.state <> :removed";
  private static final String DUE =
      """
      from BlacklistEntry e where e.state <> :removed
      and (e.expiresOn < :today or (e.state = :disputed and e.answerDueOn < :today)) order by e.id""";
  private static final String MATCHING =
      """
      select e.id, e.state, t.kind from blacklist_entry e join blacklist_tag t on t.entry_id = e.id
      where t.kind = :kind and t.tag = :tag and e.state in ('ACTIVE', 'DISPUTED') order by e.id""";

  private final UnitOfWork work;

  HibernateBlacklistEntries(UnitOfWork work) {
    this.work = work;
  }

  @Override
  public Uni<Void> add(BlacklistEntry entry) {
    return work.session()
        .chain(
            session ->
                session
                    .persist(entry)
                    .call(session::flush)
                    .call(
                        () ->
                            session
                                .createNativeQuery(COPY_TAGS)
                                .setParameter("entry", entry.id())
                                .setParameter("borrower", entry.borrowerId())
                                .executeUpdate()));
  }

  @Override
  public Uni<BlacklistEntry> lock(UUID entryId) {
    return work.session()
        .chain(
            session -> session.find(BlacklistEntry.class, entryId, LockModeType.PESSIMISTIC_WRITE));
  }

  @Override
  public Uni<BlacklistEntry> find(UUID entryId) {
    return work.session().chain(session -> session.find(BlacklistEntry.class, entryId));
  }

  @Override
  public Uni<Boolean> isOpen(UUID loanId) {
    return work.session()
        .chain(
            session ->
                session
                    .createQuery(OPEN, Long.class)
                    .setParameter("loan", loanId)
                    .setParameter("removed", BlacklistEntry.State.REMOVED)
                    .getSingleResult())
        .map(count -> count > 0);
  }

  @Override
  public Uni<List<BlacklistEntry>> due(LocalDate today) {
    return work.session()
        .chain(
            session ->
                session
                    .createQuery(DUE, BlacklistEntry.class)
                    .setParameter("removed", BlacklistEntry.State.REMOVED)
                    .setParameter("disputed", BlacklistEntry.State.DISPUTED)
                    .setParameter("today", today)
                    .setMaxResults(DUE_BATCH_MAX)
                    .getResultList());
  }

  @Override
  public Uni<List<BlacklistEntry>> page(UUID before, int limit) {
    String from = before == null ? "from BlacklistEntry" : "from BlacklistEntry where id < :before";
    return work.session()
        .chain(
            session -> {
              var query = session.createQuery(from + " order by id desc", BlacklistEntry.class);
              if (before != null) {
                query.setParameter("before", before);
              }
              return query.setMaxResults(limit).getResultList();
            });
  }

  @Override
  public Uni<List<Hit>> matching(List<Tag> tags) {
    Uni<List<Object[]>> rows = Uni.createFrom().item(new ArrayList<>());
    for (Tag tag : tags) {
      rows = rows.call(found -> matching(tag).invoke(found::addAll));
    }
    return rows.map(HibernateBlacklistEntries::hits);
  }

  private Uni<List<Object[]>> matching(Tag tag) {
    return work.session()
        .chain(
            session ->
                session
                    .createNativeQuery(MATCHING, Object[].class)
                    .setParameter("kind", tag.kind().name())
                    .setParameter("tag", tag.value())
                    .setMaxResults(HITS_MAX)
                    .getResultList());
  }

  /** One hit per entry, the first tag that met it. */
  private static List<Hit> hits(List<Object[]> rows) {
    Map<UUID, Hit> hits = new LinkedHashMap<>();
    for (Object[] row : rows) {
      UUID entry = (UUID) row[0];
      hits.putIfAbsent(entry, new Hit(entry, (String) row[1], Tag.Kind.valueOf((String) row[2])));
    }
    return List.copyOf(hits.values());
  }
}
