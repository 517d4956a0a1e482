package org.shouxin.localstack.story;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What happens after the loans were paid out, day by day until the last instalment is past and the
 * first loan is written off: borrowers pay, forget, fall ill, lose numbers; collectors call.
 */
final class Plot {

  private static final Set<Integer> DESK_DAYS_AFTER_DUE = Set.of(5, 9, 16, 23);
  private static final int DAYS_AFTER_MATURITY = 32;
  private static final int WRITE_OFF_AFTER_DAYS = 91;
  private static final int WRITE_OFF_WITHIN_DAYS = 14;
  private static final int RECOVERY_AFTER_DAYS = 3;
  private static final int DRAW_AFTER_DAYS = 10;

  private final Scene scene;
  private final Days days;
  private final LogHeads heads;
  private final SubLedger books;
  private final Purse purse;
  private final CollectorsDesk desk;
  private final ArrangementDesk arrangements;
  private final LineDesk lines;
  private final ReturnedPayment returned;
  private final EarlyRepayment early;
  private final Aftermath aftermath;
  private final List<Life> lives;
  private final Map<String, Life> livesByLoan = new HashMap<>();
  private final Set<LocalDate> dueDates = new HashSet<>();

  Plot(Scene scene, LogHeads heads, SubLedger books, Aftermath aftermath, List<Life> lives) {
    this.scene = scene;
    this.days = new Days(scene);
    this.heads = heads;
    this.books = books;
    this.purse = new Purse(scene);
    this.desk = new CollectorsDesk(scene);
    this.arrangements = new ArrangementDesk(scene);
    this.lines = new LineDesk(scene);
    this.returned = new ReturnedPayment(scene);
    this.early = new EarlyRepayment(scene, purse);
    this.aftermath = aftermath;
    this.lives = List.copyOf(lives);
    for (Life life : lives) {
      livesByLoan.put(life.loan().orElseThrow().id(), life);
    }
    learnDueDates();
  }

  /** Lives through all days; gives the first day that is still open. */
  LocalDate unfold() {
    LocalDate today = days.today();
    LocalDate last =
        lives.stream()
            .map(life -> life.loan().orElseThrow().maturity().plusDays(DAYS_AFTER_MATURITY))
            .max(LocalDate::compareTo)
            .orElse(today);
    while (!today.isAfter(last) || awaitsWriteOff(today) || awaitsRecovery()) {
      scene.narrator().day(today);
      live(today);
      today = days.close(today);
    }
    scene.narrator().day(today);
    books.compare(today.minusDays(1));
    return today;
  }

  private void live(LocalDate today) {
    List<Life> busy = lives.stream().filter(life -> hasToDo(life, today)).toList();
    scene.crew().forEach(busy, life -> liveOneDay(life, today));
    if (busy.stream().anyMatch(life -> life.role().asksForArrangement())) {
      learnDueDates();
    }
    if (DESK_DAYS_AFTER_DUE.stream().anyMatch(n -> dueDates.contains(today.minusDays(n)))) {
      desk.work(today, livesByLoan);
    }
    if (dueDates.contains(today.minusDays(1))) {
      heads.keep();
      books.compareOften(today.minusDays(1));
      BigDecimal received = scene.outside().bankTotals().received();
      scene.narrator().tell("bank", "has collected from borrowers so far", Narrator.cny(received));
    }
  }

  private void learnDueDates() {
    lives.forEach(
        life -> life.loan().orElseThrow().schedule().forEach(due -> dueDates.add(due.date())));
  }

  private boolean hasToDo(Life life, LocalDate today) {
    return paysAfterWriteOff(life, today)
        || !life.ended()
            && (dueTomorrow(life, today).isPresent()
                || drawDueTomorrow(life, today).isPresent()
                || draws(life, today)
                || ReturnedPayment.happens(life, today)
                || EarlyRepayment.happens(life, today)
                || life.payDay().equals(Optional.of(today))
                || catchesUp(life, today)
                || ArrangementDesk.asks(life, today)
                || losesNumber(life, today)
                || isWrittenOff(life, today));
  }

  private void liveOneDay(Life life, LocalDate today) {
    if (paysAfterWriteOff(life, today)) {
      aftermath.recover(life, purse);
      return;
    }
    if (losesNumber(life, today)) {
      loseNumber(life);
    }
    if (ArrangementDesk.asks(life, today)) {
      arrangements.ask(life);
    }
    if (draws(life, today)) {
      lines.draw(life, today);
      learnDueDates();
    }
    if (ReturnedPayment.happens(life, today)) {
      returned.play(life, today);
    }
    if (EarlyRepayment.happens(life, today)) {
      early.play(life, today);
    }
    if (life.payDay().equals(Optional.of(today))) {
      purse.payArrears(life, today);
      life.paid();
      life.recover();
    } else if (catchesUp(life, today)) {
      purse.payArrears(life, today);
    }
    drawDueTomorrow(life, today).ifPresent(due -> purse.fillForDraw(life, due));
    dueTomorrow(life, today).ifPresent(due -> purse.fillFor(life, life.loan().orElseThrow(), due));
    if (isWrittenOff(life, today) && aftermath.writeOff(life, today)) {
      aftermath.list(life);
      aftermath.asksAgain(life);
      life.willPayOn(today.plusDays(RECOVERY_AFTER_DAYS));
    }
  }

  private static Optional<Due> dueTomorrow(Life life, LocalDate today) {
    return life.loan().orElseThrow().dueOn(today.plusDays(1));
  }

  private static Optional<Due> drawDueTomorrow(Life life, LocalDate today) {
    return life.draw().flatMap(draw -> draw.dueOn(today.plusDays(1)));
  }

  private static boolean draws(Life life, LocalDate today) {
    return life.role() == Role.DRAWS
        && today.equals(life.loan().orElseThrow().dateOf(1).plusDays(DRAW_AFTER_DAYS));
  }

  private static boolean paysAfterWriteOff(Life life, LocalDate today) {
    return life.ended() && life.payDay().equals(Optional.of(today));
  }

  /** Somebody written off will pay something yet. */
  private boolean awaitsRecovery() {
    return lives.stream().anyMatch(life -> life.ended() && life.payDay().isPresent());
  }

  private static boolean catchesUp(Life life, LocalDate today) {
    return !life.role().asksForArrangement()
        && life.nextCatchUp(today).filter(today::equals).isPresent();
  }

  private static boolean losesNumber(Life life, LocalDate today) {
    return life.role().losesNumber() && today.equals(defaultDate(life).plusDays(2));
  }

  private static LocalDate defaultDate(Life life) {
    return life.loan().orElseThrow().dateOf(life.plan().defaultsFrom());
  }

  private static boolean isWrittenOff(Life life, LocalDate today) {
    return life.role() == Role.WRITTEN_OFF
        && !today.isBefore(defaultDate(life).plusDays(WRITE_OFF_AFTER_DAYS));
  }

  private boolean awaitsWriteOff(LocalDate today) {
    return lives.stream()
        .filter(life -> life.role() == Role.WRITTEN_OFF && !life.ended())
        .anyMatch(
            life ->
                today.isBefore(
                    defaultDate(life).plusDays(WRITE_OFF_AFTER_DAYS + WRITE_OFF_WITHIN_DAYS)));
  }

  /**
   * An empty number is empty at once. A recycled one is a stranger's at once, who picks up; the
   * carrier's records are behind, and the suite cannot know.
   */
  private void loseNumber(Life life) {
    life.loseNumber();
    if (life.role() == Role.NUMBER_EMPTY) {
      scene.outside().phoneStatus(life.plan().persona().phone(), "EMPTY");
    }
    scene.tell(life, "gives the phone number up", life.role());
  }
}
