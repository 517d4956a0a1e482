package org.shouxin.collections.contact.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.collections.contact.Refusals;

@ApplicationScoped
class SqlRefusals implements Refusals {
  private static final String KEEP =
      """
      insert into contact_refusal (id, case_id, channel, rule, detail, planned_at, actor, kept_at)
      values (:id, :aCase, :channel, :rule, :detail, :plannedAt, :actor, now())
      """;

  private final UnitOfWork work;
  private final Ids ids;

  SqlRefusals(UnitOfWork work, Ids ids) {
    this.work = work;
    this.ids = ids;
  }

  @Override
  public Uni<Void> keep(Refused refused) {
    return work.session()
        .chain(
            session ->
                session
                    .createNativeQuery(KEEP)
                    .setParameter("id", ids.next())
                    .setParameter("aCase", refused.caseId())
                    .setParameter("channel", refused.channel().name())
                    .setParameter("rule", refused.rule())
                    .setParameter("detail", refused.detail())
                    .setParameter("plannedAt", refused.plannedAt())
                    .setParameter("actor", refused.actor())
                    .executeUpdate())
        .replaceWithVoid();
  }
}
