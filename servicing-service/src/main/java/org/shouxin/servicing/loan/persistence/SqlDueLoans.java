package org.shouxin.servicing.loan.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.loan.DayPlans;
import org.shouxin.servicing.loan.DueLoans;
import org.shouxin.servicing.loan.model.Accrual;
import org.shouxin.servicing.loan.model.InstalmentFacts;

@ApplicationScoped
public class SqlDueLoans implements DueLoans {

  private static final String NEXT =
      """
      select id, version, application_id, borrower_id, borrower_subject, agreement,
        preferred_channel, currency, stage, credit_minor, penalty_rate, grace_days, day_count,
        oldest_due_date is not null or stage <> 'CURRENT' as late, past_due_pauses
      from loan
      where partition = any($1) and next_action_date <= $2 and state = 'ACTIVE'
      limit $3""";
  private static final String LEFT =
      """
      select count(*) from loan
      where partition = any($1) and next_action_date <= $2 and state = 'ACTIVE'""";
  private static final String INSTALMENTS =
      """
      select loan_id, id, number, schedule_version, period_start, due_date, planned_on,
        fees_minor, interest_minor, penalty_accrued_minor, principal_minor, interest_carried_minor,
        fees_paid_minor, interest_paid_minor, penalty_paid_minor, principal_paid_minor,
        penalty_from, penalty_stretch_minor, penalty_to, penalty_carried_minor,
        interest_deferred_minor, capitalised_minor
      from (
        select i.*, w.late,
          count(*) filter (where i.due_date > $3)
            over (partition by i.loan_id order by i.due_date, i.number) as ahead
        from unnest($1::uuid[], $2::boolean[]) as w (loan, late)
        join instalment i on i.loan_id = w.loan and i.replaced_on is null
        where i.due_date >= $3 or i.principal_paid_minor < i.principal_minor
          or i.interest_paid_minor < i.interest_minor or i.fees_paid_minor < i.fees_minor
          or i.penalty_paid_minor < i.penalty_accrued_minor) needed
      where late or ahead <= $4""";
  private static final String WRITE =
      """
      update loan l
      set version = l.version + 1, transitions = l.transitions + 1, last_closed_date = $1,
        stage = n.stage, next_action_date = n.next_action_date,
        accrual_from = n.accrual_from, accrual_to = n.accrual_to,
        accrual_interest_minor = n.accrual_interest, tail_on = n.tail_on,
        tail_interest_minor = n.tail_interest, tail_fees_minor = n.tail_fees,
        oldest_due_date = n.oldest_due_date
      from unnest($2::uuid[], $3::bigint[], $4::text[], $5::date[], $6::date[], $7::date[],
          $8::bigint[], $9::date[], $10::bigint[], $11::bigint[], $12::date[])
        as n (id, version, stage, next_action_date, accrual_from, accrual_to, accrual_interest,
          tail_on, tail_interest, tail_fees, oldest_due_date)
      where l.id = n.id and l.version = n.version and l.state = 'ACTIVE'
      returning l.id""";

  private final UnitOfWork work;
  private final DayPlans plans;

  SqlDueLoans(UnitOfWork work, DayPlans plans) {
    this.work = work;
    this.plans = plans;
  }

  @Override
  public Uni<List<DueLoan>> next(LocalDate opening, Short[] partitions, int limit) {
    return work.rows(NEXT, partitions, opening, limit)
        .chain(
            rows ->
                rows.isEmpty()
                    ? Uni.createFrom().item(List.of())
                    : instalments(opening, rows)
                        .map(
                            byLoan ->
                                rows.stream()
                                    .map(row -> DueLoanRow.loan(row, byLoan.get(row[0])))
                                    .toList()));
  }

  @Override
  public Uni<Long> left(LocalDate opening, Short[] partitions) {
    return work.rows(LEFT, partitions, opening).map(rows -> ((Number) rows.get(0)[0]).longValue());
  }

  @Override
  public Uni<Set<UUID>> write(List<Opened> loans) {
    return loans.isEmpty()
        ? Uni.createFrom().item(Set.of())
        : work.rows(WRITE, columns(loans))
            .map(rows -> rows.stream().map(row -> (UUID) row[0]).collect(Collectors.toSet()));
  }

  /** A reminder can precede its due date by more than a period; so many due dates are needed. */
  private Uni<Map<UUID, List<InstalmentFacts>>> instalments(
      LocalDate opening, List<Object[]> loans) {
    UUID[] ids = loans.stream().map(row -> (UUID) row[0]).toArray(UUID[]::new);
    Boolean[] late = loans.stream().map(row -> (Boolean) row[13]).toArray(Boolean[]::new);
    int ahead = plans.current().reminderLeadDays() + 1;
    return work.rows(INSTALMENTS, ids, late, opening, ahead)
        .map(
            rows -> {
              Map<UUID, List<InstalmentFacts>> byLoan = new HashMap<>();
              rows.forEach(
                  row ->
                      byLoan
                          .computeIfAbsent((UUID) row[0], loan -> new ArrayList<>())
                          .add(DueLoanRow.instalment(row)));
              return byLoan;
            });
  }

  private static Object[] columns(List<Opened> loans) {
    return new Object[] {
      loans.get(0).opening().day().minusDays(1),
      column(loans, UUID[]::new, o -> o.loan().id()),
      column(loans, Long[]::new, o -> o.loan().version()),
      column(loans, String[]::new, o -> o.opening().change().loan().stage().name()),
      column(loans, LocalDate[]::new, o -> o.opening().change().nextActionDate()),
      accrual(loans, LocalDate[]::new, Accrual::from),
      accrual(loans, LocalDate[]::new, Accrual::to),
      accrual(loans, Long[]::new, Accrual::interestMinor),
      accrual(loans, LocalDate[]::new, Accrual::tailOn),
      accrual(loans, Long[]::new, Accrual::tailInterestMinor),
      accrual(loans, Long[]::new, Accrual::tailFeesMinor),
      accrual(loans, LocalDate[]::new, Accrual::oldestDueDate)
    };
  }

  private static <T> T[] accrual(
      List<Opened> loans, IntFunction<T[]> array, Function<Accrual, T> value) {
    return column(loans, array, o -> value.apply(o.opening().change().accrual()));
  }

  private static <T> T[] column(
      List<Opened> loans, IntFunction<T[]> array, Function<Opened, T> value) {
    return loans.stream().map(value).toArray(array);
  }
}
