package org.shouxin.collections.contact.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.collections.contact.ContactSlots;
import org.shouxin.collections.contact.model.SlotKind;

/**
 * One row per place, its number part of the key. Taking inserts the lowest number that is free;
 * when somebody else's uncommitted row has that number the insert waits for them and, if they
 * commit, writes nothing, and the next number is tried. So nobody can take a place twice, without
 * any lock beyond the row itself.
 */
@ApplicationScoped
class SqlContactSlots implements ContactSlots {
  private static final String TAKE =
      """
      insert into contact_slot (kind, subject, day, n, contact_id)
      select :kind, :subject, :day, free.n, :contact
      from generate_series(1, :places) as free(n)
      where not exists (
        select 1 from contact_slot s
        where s.kind = :kind and s.subject = :subject and s.day = :day and s.n = free.n)
      order by free.n
      limit 1
      on conflict do nothing
      """;

  private static final String TAKEN =
      """
      select count(*) from contact_slot
      where kind = :kind and subject = :subject and day = :day
      """;

  private final UnitOfWork work;

  SqlContactSlots(UnitOfWork work) {
    this.work = work;
  }

  @Override
  public Uni<Boolean> take(SlotKind kind, UUID subject, LocalDate day, int places, UUID contactId) {
    return work.session()
        .chain(session -> attempt(session, new Wanted(kind, subject, day, places, contactId), 0));
  }

  private record Wanted(SlotKind kind, UUID subject, LocalDate day, int places, UUID contactId) {}

  private Uni<Boolean> attempt(Mutiny.Session session, Wanted wanted, int lost) {
    if (lost > wanted.places()) {
      return Uni.createFrom().item(false);
    }
    return session
        .createNativeQuery(TAKE)
        .setParameter("kind", wanted.kind().name())
        .setParameter("subject", wanted.subject())
        .setParameter("day", wanted.day())
        .setParameter("places", wanted.places())
        .setParameter("contact", wanted.contactId())
        .executeUpdate()
        .chain(
            rows ->
                rows > 0
                    ? Uni.createFrom().item(true)
                    : takenBy(session, wanted.kind(), wanted.subject(), wanted.day())
                        .chain(
                            taken ->
                                taken >= wanted.places()
                                    ? Uni.createFrom().item(false)
                                    : attempt(session, wanted, lost + 1)));
  }

  @Override
  public Uni<Integer> taken(SlotKind kind, UUID subject, LocalDate day) {
    return work.session().chain(session -> takenBy(session, kind, subject, day));
  }

  private static Uni<Integer> takenBy(
      Mutiny.Session session, SlotKind kind, UUID subject, LocalDate day) {
    return session
        .createNativeQuery(TAKEN, Long.class)
        .setParameter("kind", kind.name())
        .setParameter("subject", subject)
        .setParameter("day", day)
        .getSingleResult()
        .map(Long::intValue);
  }

  @Override
  public Uni<Void> release(SlotKind kind, UUID contactId) {
    return work.session()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        "delete from contact_slot where contact_id = :contact and kind = :kind")
                    .setParameter("contact", contactId)
                    .setParameter("kind", kind.name())
                    .executeUpdate())
        .replaceWithVoid();
  }
}
