package org.shouxin.servicing.dayend;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.chassis.problem.Unavailable;

/**
 * How the close of a day is shared out among workers, of this instance and of others.
 *
 * <p>A partition is WAITING, CLAIMED under a lease, or DONE. A worker that does not come back loses
 * its lease and another one goes on where its last transaction ended.
 */
public interface DayPartitions {

  /** Shares the day out, once; what each partition has to do is counted now. */
  Uni<Void> shareOut(LocalDate day);

  /** Takes some partitions that nobody holds, few of a large book; empty when there are none. */
  Uni<Optional<Share>> claim(LocalDate day, UUID worker);

  /** Keeps the share for another lease and adds to its counts; fails when another one has it. */
  Uni<Void> keep(Share share, Counts more);

  /** Says that nothing is left to do in the share. */
  Uni<Void> finish(Share share);

  /** Gives the share back, for others to take at once. */
  Uni<Void> giveBack(Share share);

  /** How many partitions of the day are not done. */
  Uni<Long> unfinished(LocalDate day);

  /** Takes up partitions again in which something came up after they were done; gives how many. */
  Uni<Integer> takeUpAgain(LocalDate day);

  /** What a worker holds. */
  record Share(LocalDate day, UUID worker, Short[] partitions) {}

  /** What was done. */
  record Counts(int loans, int debits, int reminders) {
    static final Counts NOTHING = new Counts(0, 0, 0);
  }

  /** The lease ran out and another worker holds the share; what was done under it is undone. */
  final class ShareLost extends Unavailable {
    public ShareLost() {
      super("share of the day");
    }
  }
}
