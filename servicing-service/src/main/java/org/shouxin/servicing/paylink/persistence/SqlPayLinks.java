package org.shouxin.servicing.paylink.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.paylink.PayLinks;
import org.shouxin.servicing.paylink.model.PayLink;

@ApplicationScoped
public class SqlPayLinks implements PayLinks {

  private static final String ADD =
      """
      insert into pay_link (id, loan_id, amount_minor, currency, expires_at, issued_by, issued_at)
      values ($1, $2, $3, $4, $5, $6, $7)""";
  private static final String FIND =
      """
      select id, loan_id, amount_minor, currency, expires_at, payment_id from pay_link
      where id = $1""";
  private static final String BROUGHT = "update pay_link set payment_id = $2 where id = $1";

  private final UnitOfWork work;
  private final Clock clock;

  SqlPayLinks(UnitOfWork work, Clock clock) {
    this.work = work;
    this.clock = clock;
  }

  @Override
  public Uni<Void> add(PayLink link, String issuedBy) {
    Money amount = link.amountOrNull();
    return work.change(
            ADD,
            link.id(),
            link.loanId(),
            amount == null ? null : amount.minor(),
            link.currency(),
            utc(link.expiresAt()),
            issuedBy,
            utc(clock.instant()))
        .replaceWithVoid();
  }

  @Override
  public Uni<Optional<PayLink>> find(UUID id) {
    return read(FIND, id);
  }

  @Override
  public Uni<Optional<PayLink>> locked(UUID id) {
    return read(FIND + " for update", id);
  }

  @Override
  public Uni<Void> brought(UUID id, UUID paymentId) {
    return work.change(BROUGHT, id, paymentId).replaceWithVoid();
  }

  private Uni<Optional<PayLink>> read(String query, UUID id) {
    return work.rows(query, id).map(rows -> rows.stream().findFirst().map(SqlPayLinks::link));
  }

  private static PayLink link(Object[] row) {
    String currency = (String) row[3];
    return new PayLink(
        (UUID) row[0],
        (UUID) row[1],
        row[2] == null ? null : Money.ofMinor(((Number) row[2]).longValue(), currency),
        currency,
        ((OffsetDateTime) row[4]).toInstant(),
        (UUID) row[5]);
  }

  private static OffsetDateTime utc(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
