package org.shouxin.collections.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.shouxin.chassis.inbox.Inbox;
import org.shouxin.chassis.inbox.IncomingEvent;
import org.shouxin.chassis.money.Money;
import org.shouxin.collections.businessday.CurrentDay;
import org.shouxin.collections.collectioncase.DelinquencyReport;
import org.shouxin.collections.collectioncase.FollowLoan;
import org.shouxin.collections.hold.HoldCase;
import org.shouxin.collections.reachability.FollowReachability;

/** What servicing says about loans, told to the features it concerns, in one transaction each. */
@ApplicationScoped
public class ServicingLoanEvents {
  private final Inbox inbox;
  private final FollowLoan followLoan;
  private final HoldCase holdCase;
  private final FollowReachability reachability;
  private final CurrentDay currentDay;

  public ServicingLoanEvents(
      Inbox inbox,
      FollowLoan followLoan,
      HoldCase holdCase,
      FollowReachability reachability,
      CurrentDay currentDay) {
    this.inbox = inbox;
    this.followLoan = followLoan;
    this.holdCase = holdCase;
    this.reachability = reachability;
    this.currentDay = currentDay;
  }

  record DelinquencyChanged(
      UUID loanId,
      UUID borrowerId,
      LocalDate businessDate,
      int daysPastDue,
      String stage,
      Money amountDue) {}

  record LoanEnded(UUID loanId, LocalDate businessDate) {}

  record ArrangementChanged(
      UUID loanId, LocalDate businessDate, UUID arrangementId, String state) {}

  record ReminderFailed(UUID borrowerId, String channel) {}

  @Incoming("servicing-loan")
  public Uni<Void> on(ConsumerRecord<String, String> message) {
    return inbox.receive(message, this::apply);
  }

  Uni<Void> apply(IncomingEvent event) {
    return switch (event.type()) {
      case "servicing.delinquency.changed.v1" -> delinquency(event.as(DelinquencyChanged.class));
      case "servicing.loan.closed.v1" -> {
        LoanEnded closed = event.as(LoanEnded.class);
        yield followLoan.loanClosed(closed.loanId(), closed.businessDate());
      }
      case "servicing.loan.written-off.v1" -> {
        LoanEnded ended = event.as(LoanEnded.class);
        yield followLoan.loanWrittenOff(ended.loanId(), ended.businessDate());
      }
      case "servicing.loan.arrangement-changed.v1" -> {
        ArrangementChanged change = event.as(ArrangementChanged.class);
        yield holdCase.arrangementChanged(
            change.loanId(), change.arrangementId(), change.state(), change.businessDate());
      }
      case "servicing.reminder.failed.v1" -> {
        ReminderFailed failed = event.as(ReminderFailed.class);
        yield currentDay
            .known()
            .map(day -> day.orElse(dayOf(event)))
            .chain(day -> reachability.reminderFailed(failed.borrowerId(), failed.channel(), day));
      }
      default -> Uni.createFrom().voidItem();
    };
  }

  private Uni<Void> delinquency(DelinquencyChanged change) {
    DelinquencyReport report =
        new DelinquencyReport(
            change.loanId(),
            change.borrowerId(),
            change.businessDate(),
            change.daysPastDue(),
            change.stage(),
            change.amountDue());
    Uni<Void> followed = followLoan.delinquencyChanged(report);
    return report.needsCase()
        ? followed.chain(() -> holdCase.delinquent(change.loanId(), change.businessDate()))
        : followed;
  }

  private static LocalDate dayOf(IncomingEvent event) {
    return LocalDate.ofInstant(event.occurredAt(), CurrentDay.INSTITUTION);
  }
}
