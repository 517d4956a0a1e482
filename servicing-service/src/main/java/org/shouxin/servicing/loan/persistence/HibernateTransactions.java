package org.shouxin.servicing.loan.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.persistence.CollectedEntities;
import org.shouxin.chassis.persistence.EntityRows;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.loan.Transactions;
import org.shouxin.servicing.loan.model.Allocation;
import org.shouxin.servicing.loan.model.LoanTransaction;
import org.shouxin.servicing.loan.model.MoneyUntil;

@ApplicationScoped
public class HibernateTransactions implements Transactions {

  private static final EntityRows<LoanTransaction> TRANSACTIONS =
      EntityRows.of(LoanTransaction.class);
  private static final EntityRows<AllocatedLine> LINES = EntityRows.of(AllocatedLine.class);
  private static final String LINES_UNTIL =
      """
      select a from AllocatedLine a where a.loanId = :loan and a.businessDate <= :day
      order by a.businessDate, a.id""";
  private static final String CREDIT_UNTIL =
      """
      select coalesce(sum(t.unappliedMinor), 0) from LoanTransaction t
      where t.loanId = :loan and t.businessDate <= :day""";
  private static final String PAYMENT =
      "select t from LoanTransaction t where t.paymentId = :payment and t.kind = PAYMENT";
  private static final String LINES_OF =
      "select a from AllocatedLine a where a.transactionId = :transaction order by a.id";
  private static final UUID BEYOND_ALL = new UUID(-1L, -1L);
  private static final String PAGE =
      """
      select t from LoanTransaction t where t.loanId = :loan and t.id < :before
      order by t.id desc""";
  private static final String CLEARED =
      """
      select coalesce(sum(t.amountMinor), 0) from LoanTransaction t
      where t.loanId = :loan and t.businessDate between :from and :to
      and t.kind in (PAYMENT, PAYMENT_REVERSAL)""";

  private final UnitOfWork work;
  private final Ids ids;

  HibernateTransactions(UnitOfWork work, Ids ids) {
    this.work = work;
    this.ids = ids;
  }

  @Override
  public Uni<Void> add(LoanTransaction transaction, List<Allocation.Line> lines) {
    return Uni.createFrom()
        .item(
            () -> {
              collect(TRANSACTIONS).add(transaction);
              lines.forEach(
                  line -> collect(LINES).add(new AllocatedLine(ids.next(), transaction, line)));
              return null;
            });
  }

  private <T> CollectedEntities<T> collect(EntityRows<T> rows) {
    return work.collected(rows, () -> new CollectedEntities<>(rows));
  }

  @Override
  public Uni<MoneyUntil> until(UUID loanId, LocalDate day) {
    return work.session()
        .chain(
            s ->
                s.createSelectionQuery(LINES_UNTIL, AllocatedLine.class)
                    .setParameter("loan", loanId)
                    .setParameter("day", day)
                    .getResultList()
                    .chain(lines -> until(s, loanId, day, lines)));
  }

  private static Uni<MoneyUntil> until(
      Mutiny.Session session, UUID loanId, LocalDate day, List<AllocatedLine> lines) {
    return session
        .createSelectionQuery(CREDIT_UNTIL, Long.class)
        .setParameter("loan", loanId)
        .setParameter("day", day)
        .getSingleResult()
        .map(credit -> new MoneyUntil(lines.stream().map(AllocatedLine::dated).toList(), credit));
  }

  @Override
  public Uni<List<LoanTransaction>> page(UUID loanId, UUID before, int limit) {
    return work.session()
        .chain(
            s ->
                s.createSelectionQuery(PAGE, LoanTransaction.class)
                    .setParameter("loan", loanId)
                    .setParameter("before", before == null ? BEYOND_ALL : before)
                    .setMaxResults(limit)
                    .getResultList());
  }

  @Override
  public Uni<Optional<PostedPayment>> payment(UUID paymentId) {
    return work.session()
        .chain(
            s ->
                s.createSelectionQuery(PAYMENT, LoanTransaction.class)
                    .setParameter("payment", paymentId)
                    .getSingleResultOrNull()
                    .chain(
                        found ->
                            found == null
                                ? Uni.createFrom().item(Optional.empty())
                                : covered(s, found).map(Optional::of)));
  }

  private static Uni<PostedPayment> covered(Mutiny.Session session, LoanTransaction payment) {
    return session
        .createSelectionQuery(LINES_OF, AllocatedLine.class)
        .setParameter("transaction", payment.id())
        .getResultList()
        .map(
            lines ->
                new PostedPayment(
                    payment.loanId(),
                    payment.figures().amountMinor(),
                    new Allocation(
                        lines.stream().map(AllocatedLine::line).toList(),
                        payment.figures().unappliedMinor())));
  }

  @Override
  public Uni<Long> clearedMinor(UUID loanId, LocalDate from, LocalDate to) {
    return work.session()
        .chain(
            s ->
                s.createSelectionQuery(CLEARED, Long.class)
                    .setParameter("loan", loanId)
                    .setParameter("from", from)
                    .setParameter("to", to)
                    .getSingleResult());
  }
}
