package org.shouxin.servicing.loan.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.loan.Charges;
import org.shouxin.servicing.loan.model.Charge;

@ApplicationScoped
public class SqlCharges implements Charges {

  private static final String ADD =
      """
      insert into charge (id, loan_id, kind, base, percent, amount_minor, due_date, reason,
        charged_by, charged_at)
      values (:id, :loan, :kind, :base, cast(:percent as numeric), :amount, :due, :reason, :by,
        :now)""";
  private static final String OF_LOAN =
      """
      select id, kind, base, percent, amount_minor, due_date, reason from charge
      where loan_id = :loan order by due_date, id""";

  private static final String WAIVED =
      """
      update charge set waived_minor = :minor, waived_by = :by, waived_at = :now,
        waive_reason = :reason
      where id = :id""";
  private static final String LIMITS = "select role, amount_minor_max from fee_waiver_policy";

  private final UnitOfWork work;
  private final Clock clock;

  SqlCharges(UnitOfWork work, Clock clock) {
    this.work = work;
    this.clock = clock;
  }

  @Override
  public Uni<Void> add(UUID loanId, Stored stored, String chargedBy) {
    Charge charge = stored.charge();
    String percent = charge.percent() == null ? null : charge.percent().toPlainString();
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(ADD)
                    .setParameter("id", stored.chargeId())
                    .setParameter("loan", loanId)
                    .setParameter("kind", charge.kind().name())
                    .setParameter("base", charge.base().name())
                    .setParameter("percent", percent)
                    .setParameter("amount", stored.amountMinor())
                    .setParameter("due", charge.dueDate())
                    .setParameter("reason", charge.reason())
                    .setParameter("by", chargedBy)
                    .setParameter("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .executeUpdate())
        .replaceWithVoid();
  }

  @Override
  public Uni<List<Stored>> ofLoan(UUID loanId) {
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(OF_LOAN, Object[].class)
                    .setParameter("loan", loanId)
                    .getResultList())
        .map(rows -> rows.stream().map(SqlCharges::stored).toList());
  }

  @Override
  public Uni<Void> waived(UUID chargeId, long minor, String by, String reason) {
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(WAIVED)
                    .setParameter("id", chargeId)
                    .setParameter("minor", minor)
                    .setParameter("by", by)
                    .setParameter("reason", reason)
                    .setParameter("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .executeUpdate())
        .replaceWithVoid();
  }

  @Override
  public Uni<Map<String, Long>> waiverLimits() {
    return work.session()
        .chain(s -> s.createNativeQuery(LIMITS, Object[].class).getResultList())
        .map(
            rows ->
                rows.stream()
                    .collect(
                        Collectors.toMap(
                            row -> (String) row[0], row -> ((Number) row[1]).longValue())));
  }

  private static Stored stored(Object[] row) {
    Charge.Base base = Charge.Base.valueOf((String) row[2]);
    long amount = ((Number) row[4]).longValue();
    return new Stored(
        (UUID) row[0],
        new Charge(
            Charge.Kind.valueOf((String) row[1]),
            base,
            (BigDecimal) row[3],
            base == Charge.Base.FIXED ? amount : 0,
            (LocalDate) row[5],
            (String) row[6]),
        amount);
  }
}
