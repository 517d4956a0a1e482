package org.shouxin.collections.contact.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.collections.contact.Contacts;
import org.shouxin.collections.contact.model.Channel;
import org.shouxin.collections.contact.model.Contact;
import org.shouxin.collections.contact.model.ContactState;

@ApplicationScoped
class HibernateContacts implements Contacts {
  private static final UUID FIRST = new UUID(0, 0);

  private final UnitOfWork work;

  HibernateContacts(UnitOfWork work) {
    this.work = work;
  }

  @Override
  public Uni<Void> add(Contact contact) {
    return work.session().chain(session -> session.persist(contact));
  }

  @Override
  public Uni<Optional<Contact>> lock(UUID id) {
    return work.session()
        .chain(session -> session.find(Contact.class, id, LockModeType.PESSIMISTIC_WRITE))
        .map(Optional::ofNullable);
  }

  @Override
  public Uni<List<Contact>> ofCase(UUID caseId, UUID after, int rows) {
    return work.session()
        .chain(
            session ->
                session
                    .createSelectionQuery(
                        "from Contact where caseId = :aCase and id > :after order by id",
                        Contact.class)
                    .setParameter("aCase", caseId)
                    .setParameter("after", after == null ? FIRST : after)
                    .setMaxResults(rows)
                    .getResultList());
  }

  @Override
  public Uni<Optional<UUID>> lastPoint(UUID borrowerId, Channel channel) {
    return work.session()
        .chain(
            session ->
                session
                    .createSelectionQuery(
                        "select contactPointId from Contact"
                            + " where borrowerId = :borrower and channel = :channel"
                            + " order by id desc",
                        UUID.class)
                    .setParameter("borrower", borrowerId)
                    .setParameter("channel", channel)
                    .setMaxResults(1)
                    .getSingleResultOrNull())
        .map(Optional::ofNullable);
  }

  @Override
  public Uni<List<UUID>> stuckSince(Instant before, int limit) {
    return work.session()
        .chain(
            session ->
                session
                    .createSelectionQuery(
                        "select id from Contact"
                            + " where state in (:moving) and changedAt < :before order by id",
                        UUID.class)
                    .setParameter("moving", List.of(ContactState.RESERVED, ContactState.SENDING))
                    .setParameter("before", before)
                    .setMaxResults(limit)
                    .getResultList());
  }

  @Override
  public Uni<List<UUID>> unknownOn(LocalDate businessDate, Instant before, int limit) {
    return work.session()
        .chain(
            session ->
                session
                    .createSelectionQuery(
                        "select id from Contact where state = :unknown and businessDate = :day"
                            + " and sends < :sendsMax and channel <> :once"
                            + " and changedAt < :before order by id",
                        UUID.class)
                    .setParameter("unknown", ContactState.UNKNOWN)
                    .setParameter("day", businessDate)
                    .setParameter("sendsMax", Contact.SENDS_MAX)
                    .setParameter("once", Channel.EMAIL)
                    .setParameter("before", before)
                    .setMaxResults(limit)
                    .getResultList());
  }
}
