package org.shouxin.servicing.bureau;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.calendar.BusinessDays;
import org.shouxin.servicing.reminder.PlanReminders;

/**
 * Tells borrowers that their late loan will be reported, before it is (CN-CREDIT-01): once for each
 * default, by the channels of the reminders, whose receipts prove that the notice arrived.
 */
@ApplicationScoped
public class NotifyNegative {

  private static final int CHUNK_LOANS_MAX = 500;

  private final BureauFiles files;
  private final Defaults defaults;
  private final PlanReminders reminders;
  private final BusinessDays days;
  private final UnitOfWork work;

  NotifyNegative(
      BureauFiles files,
      Defaults defaults,
      PlanReminders reminders,
      BusinessDays days,
      UnitOfWork work) {
    this.files = files;
    this.defaults = defaults;
    this.reminders = reminders;
    this.days = days;
    this.work = work;
  }

  /** Plans the notices that are wanted; how many. */
  public Uni<Integer> run() {
    return work.reading(files::parts)
        .onItem()
        .transformToMulti(shares -> Multi.createFrom().iterable(shares))
        .onItem()
        .transformToUniAndConcatenate(this::ofShare)
        .collect()
        .with(Collectors.summingInt(planned -> planned));
  }

  private Uni<Integer> ofShare(List<Integer> share) {
    return work.inTransaction(() -> chunk(share))
        .chain(
            n ->
                n < CHUNK_LOANS_MAX
                    ? Uni.createFrom().item(n)
                    : ofShare(share).map(rest -> rest + n));
  }

  private Uni<Integer> chunk(List<Integer> share) {
    return days.postingDay()
        .chain(
            day ->
                defaults
                    .begin(day, share, CHUNK_LOANS_MAX)
                    .call(wanted -> reminders.plan(day, wanted))
                    .map(wanted -> wanted.size()));
  }
}
