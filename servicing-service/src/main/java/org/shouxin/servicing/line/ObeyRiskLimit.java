package org.shouxin.servicing.line;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.servicing.calendar.BusinessDays;

/**
 * Takes over what risk lets a borrower owe, in the caller's transaction. A lower limit blocks draws
 * and never calls money back; a higher one frees no more than the contract's own limit.
 */
@ApplicationScoped
public class ObeyRiskLimit {

  private final Lines lines;
  private final WatchLines watch;
  private final BusinessDays days;

  ObeyRiskLimit(Lines lines, WatchLines watch, BusinessDays days) {
    this.lines = lines;
    this.watch = watch;
    this.days = days;
  }

  public Uni<Void> handle(UUID borrowerId, Money limit, String reason, Instant toldAt) {
    return lines
        .limit(borrowerId, limit, reason, toldAt)
        .chain(days::current)
        .chain(day -> watch.limitChanged(borrowerId, day));
  }
}
