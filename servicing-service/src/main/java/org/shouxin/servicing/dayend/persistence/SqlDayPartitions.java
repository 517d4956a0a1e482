package org.shouxin.servicing.dayend.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.dayend.DayPartitions;

/** Leases by the database's clock, the only one that all instances have in common. */
@ApplicationScoped
public class SqlDayPartitions implements DayPartitions {

  /** A share of this weight is one transaction's worth or two; small books are one share. */
  private static final long SHARE_WEIGHT_MAX = 2_500;

  private static final String SHARE_OUT =
      """
      insert into day_partition (day, partition, state, loans, loans_due)
      select $1, p.number, 'WAITING', coalesce(b.loans, 0), coalesce(b.due, 0)
      from generate_series(0, 63) as p (number)
      left join (
        select partition, count(*) as loans, count(*) filter (where next_action_date <= $2) as due
        from loan where state = 'ACTIVE' group by partition) b on b.partition = p.number
      where not exists (select from day_partition where day = $1)
      on conflict do nothing""";
  private static final String CLAIM =
      """
      with free as (
        select partition, loans / 8 + loans_due as weight from day_partition
        where day = $1 and state <> 'DONE' and (lease_until is null or lease_until < now())
        order by partition for update skip locked),
      chosen as (
        select partition, sum(weight) over (order by partition) - weight as before from free)
      update day_partition d
      set state = 'CLAIMED', owner = $2, lease_until = now() + interval '12 s',
        started_at = coalesce(d.started_at, now())
      from chosen c
      where d.day = $1 and d.partition = c.partition and c.before < $3
      returning d.partition""";
  private static final String KEEP =
      """
      update day_partition
      set lease_until = now() + interval '12 s',
        loans_turned = loans_turned + case when partition = $4 then $5 else 0 end,
        debits_ordered = debits_ordered + case when partition = $4 then $6 else 0 end,
        reminders_planned = reminders_planned + case when partition = $4 then $7 else 0 end
      where day = $1 and owner = $2 and partition = any($3) and state = 'CLAIMED'""";
  private static final String FINISH =
      """
      update day_partition set state = 'DONE', finished_at = now(), lease_until = null
      where day = $1 and owner = $2 and partition = any($3) and state = 'CLAIMED'""";
  private static final String GIVE_BACK =
      """
      update day_partition set state = 'WAITING', lease_until = null
      where day = $1 and owner = $2 and partition = any($3) and state = 'CLAIMED'""";
  private static final String UNFINISHED =
      "select count(*) from day_partition where day = $1 and state <> 'DONE'";
  private static final String TAKE_UP_AGAIN =
      """
      update day_partition set state = 'WAITING', lease_until = null
      where day = $1 and state = 'DONE' and partition in (
        select p.number from generate_series(0, 63) as p (number)
        where exists (
          select from loan where partition = p.number and state = 'ACTIVE'
            and next_action_date <= $2))""";

  private final UnitOfWork work;

  SqlDayPartitions(UnitOfWork work) {
    this.work = work;
  }

  @Override
  public Uni<Void> shareOut(LocalDate day) {
    return work.change(SHARE_OUT, day, day.plusDays(1)).replaceWithVoid();
  }

  @Override
  public Uni<Optional<Share>> claim(LocalDate day, UUID worker) {
    return work.rows(CLAIM, day, worker, SHARE_WEIGHT_MAX)
        .map(
            rows ->
                rows.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                        new Share(
                            day,
                            worker,
                            rows.stream()
                                .map(row -> ((Number) row[0]).shortValue())
                                .sorted()
                                .toArray(Short[]::new))));
  }

  @Override
  public Uni<Void> keep(Share share, Counts more) {
    return held(
        share,
        work.change(
            KEEP,
            share.day(),
            share.worker(),
            share.partitions(),
            share.partitions()[0],
            more.loans(),
            more.debits(),
            more.reminders()));
  }

  @Override
  public Uni<Void> finish(Share share) {
    return held(share, work.change(FINISH, share.day(), share.worker(), share.partitions()));
  }

  @Override
  public Uni<Void> giveBack(Share share) {
    return work.change(GIVE_BACK, share.day(), share.worker(), share.partitions())
        .replaceWithVoid();
  }

  @Override
  public Uni<Long> unfinished(LocalDate day) {
    return work.rows(UNFINISHED, day).map(rows -> ((Number) rows.get(0)[0]).longValue());
  }

  @Override
  public Uni<Integer> takeUpAgain(LocalDate day) {
    return work.change(TAKE_UP_AGAIN, day, day.plusDays(1));
  }

  private static Uni<Void> held(Share share, Uni<Integer> changed) {
    return changed
        .invoke(
            rows -> {
              if (rows != share.partitions().length) {
                throw new ShareLost();
              }
            })
        .replaceWithVoid();
  }
}
