package org.shouxin.collections.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.shouxin.chassis.inbox.Inbox;
import org.shouxin.chassis.inbox.IncomingEvent;
import org.shouxin.collections.businessday.CurrentDay;
import org.shouxin.collections.planning.ExecutePlan;
import org.shouxin.collections.planning.PlanDay;
import org.shouxin.collections.promise.JudgePromises;

/**
 * A business day was closed: promises are judged by the ledger, the next day opens, its actions are
 * planned in the same transaction and then carried out, before the next close is looked at.
 */
@ApplicationScoped
public class ServicingDayEvents {
  private static final String CLOSED = "servicing.business-day.closed.v1";

  private final Inbox inbox;
  private final JudgePromises judgePromises;
  private final CurrentDay currentDay;
  private final PlanDay planDay;
  private final ExecutePlan executePlan;

  public ServicingDayEvents(
      Inbox inbox,
      JudgePromises judgePromises,
      CurrentDay currentDay,
      PlanDay planDay,
      ExecutePlan executePlan) {
    this.inbox = inbox;
    this.judgePromises = judgePromises;
    this.currentDay = currentDay;
    this.planDay = planDay;
    this.executePlan = executePlan;
  }

  record BusinessDayClosed(LocalDate date, LocalDate nextDate) {}

  /** A close and what the ledger said about the promises that fell due by it. */
  record Judging(BusinessDayClosed day, JudgePromises.Answers answers) {}

  @Incoming("servicing-day")
  public Uni<Void> on(ConsumerRecord<String, String> message) {
    return inbox.receive(message, this::ask, this::apply).chain(executePlan::now);
  }

  Uni<Judging> ask(IncomingEvent event) {
    if (!CLOSED.equals(event.type())) {
      return Uni.createFrom().nullItem();
    }
    BusinessDayClosed day = event.as(BusinessDayClosed.class);
    return judgePromises.ask(day.date()).map(answers -> new Judging(day, answers));
  }

  Uni<Void> apply(IncomingEvent event, Judging judging) {
    if (judging == null) {
      return Uni.createFrom().voidItem();
    }
    BusinessDayClosed day = judging.day();
    return judgePromises
        .judge(day.date(), judging.answers())
        .chain(() -> currentDay.open(day.nextDate()))
        .chain(() -> planDay.plan(day.nextDate()));
  }
}
