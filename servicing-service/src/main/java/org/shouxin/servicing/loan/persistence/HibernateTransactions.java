package org.shouxin.servicing.loan.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.persistence.CollectedEntities;
import org.shouxin.chassis.persistence.EntityRows;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.loan.PaymentInstructions;
import org.shouxin.servicing.loan.Transactions;
import org.shouxin.servicing.loan.model.Allocation;
import org.shouxin.servicing.loan.model.LoanTransaction;
import org.shouxin.servicing.loan.model.MoneyEntry;

@ApplicationScoped
public class HibernateTransactions implements Transactions {

  private static final EntityRows<LoanTransaction> TRANSACTIONS =
      EntityRows.of(LoanTransaction.class);
  private static final EntityRows<AllocatedLine> LINES = EntityRows.of(AllocatedLine.class);
  private static final String MONEY =
      """
      select t from LoanTransaction t where t.loanId = :loan and t.kind in
      (PAYMENT, PAYMENT_REVERSAL, CREDIT_APPLIED, TAKEN_BACK, POSTED_AGAIN, REFUND,
      REFUND_RETURNED) order by t.id""";
  private static final String COVERED =
      "select a from AllocatedLine a where a.loanId = :loan order by a.id";
  private static final String LOAN_OF =
      "select t.loanId from LoanTransaction t where t.paymentId = :payment and t.kind = PAYMENT";
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
  private final PaymentInstructions instructions;
  private final Ids ids;

  HibernateTransactions(UnitOfWork work, PaymentInstructions instructions, Ids ids) {
    this.work = work;
    this.instructions = instructions;
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
  public Uni<List<MoneyEntry>> history(UUID loanId) {
    return work.session()
        .chain(
            s ->
                s.createSelectionQuery(MONEY, LoanTransaction.class)
                    .setParameter("loan", loanId)
                    .getResultList()
                    .chain(
                        transactions ->
                            s.createSelectionQuery(COVERED, AllocatedLine.class)
                                .setParameter("loan", loanId)
                                .getResultList()
                                .chain(
                                    lines ->
                                        instructions
                                            .ofLoan(loanId)
                                            .map(
                                                told ->
                                                    MoneyHistory.of(transactions, lines, told)))));
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
  public Uni<Optional<UUID>> loanOf(UUID paymentId) {
    return work.session()
        .chain(
            s ->
                s.createSelectionQuery(LOAN_OF, UUID.class)
                    .setParameter("payment", paymentId)
                    .getSingleResultOrNull())
        .map(Optional::ofNullable);
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
