package org.shouxin.servicing.schedule.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.servicing.calendar.BusinessDays;
import org.shouxin.servicing.schedule.CalculateSchedule;
import org.shouxin.servicing.schedule.CalculateSchedule.Priced;
import org.shouxin.servicing.schedule.LateTerms;
import org.shouxin.servicing.schedule.Rate;
import org.shouxin.servicing.schedule.RepaymentMethod;
import org.shouxin.servicing.schedule.Schedule;
import org.shouxin.servicing.schedule.ScheduleRow;
import org.shouxin.servicing.schedule.Terms;

/** Shows what a loan would be, calculated by the same function that books it. */
@Path("/v1/schedules")
public class SchedulesResource {

  private final BusinessDays days;
  private final UnitOfWork work;

  SchedulesResource(BusinessDays days, UnitOfWork work) {
    this.days = days;
    this.work = work;
  }

  /**
   * The terms to calculate with.
   *
   * @param startDate the business date when left out
   * @param graceDays 3 when left out
   * @param penaltyRateMultiple 1.5 when left out
   */
  public record PreviewRequest(
      Money principal,
      BigDecimal annualRate,
      RepaymentMethod method,
      Integer termMonths,
      LocalDate startDate,
      Integer graceDays,
      BigDecimal penaltyRateMultiple) {

    private void check() {
      required(principal, "/principal");
      required(annualRate, "/annualRate");
      required(method, "/method");
      required(termMonths, "/termMonths");
    }
  }

  public record InstalmentView(
      int number,
      LocalDate dueDate,
      Money principal,
      Money interest,
      Money fees,
      Money total,
      Money balance) {}

  public record Totals(Money principal, Money interest, Money fees, Money total) {}

  /** A fee of the loan; there are none today. */
  public record FeeView(String code, Money amount) {}

  public record LateConsequences(
      int graceDays, String penaltyDailyRate, String penaltyAnnualRate, String capRule) {}

  public record PreviewView(
      List<InstalmentView> instalments,
      Totals totals,
      String annualPercentageRate,
      String effectiveAnnualRate,
      List<FeeView> fees,
      LateConsequences lateConsequences) {}

  @POST
  @Path("/preview")
  @RolesAllowed("**")
  public Uni<PreviewView> preview(PreviewRequest request) {
    if (request == null) {
      throw Invalid.field("/", "REQUIRED", "missing");
    }
    request.check();
    return work.reading(days::current).map(today -> preview(request, today));
  }

  private static void required(Object value, String pointer) {
    if (value == null) {
      throw Invalid.field(pointer, "REQUIRED", "missing");
    }
  }

  private static PreviewView preview(PreviewRequest request, LocalDate today) {
    LocalDate start = request.startDate() == null ? today : request.startDate();
    Rate rate = new Rate(request.annualRate());
    Terms terms =
        Terms.monthly(request.principal(), rate, request.method(), request.termMonths(), start);
    Priced priced = CalculateSchedule.priced(terms);
    LateTerms late =
        LateTerms.of(
            rate,
            request.penaltyRateMultiple() == null
                ? LateTerms.MULTIPLE_DEFAULT
                : request.penaltyRateMultiple(),
            request.graceDays() == null ? LateTerms.GRACE_DAYS_DEFAULT : request.graceDays(),
            start);
    return view(priced, late);
  }

  private static PreviewView view(Priced priced, LateTerms late) {
    Schedule schedule = priced.schedule();
    String currency = schedule.terms().principal().currency().getCurrencyCode();
    return new PreviewView(
        schedule.rows().stream()
            .map(
                row ->
                    new InstalmentView(
                        row.number(),
                        row.dueDate(),
                        Money.ofMinor(row.principalMinor(), currency),
                        Money.ofMinor(row.interestMinor(), currency),
                        Money.ofMinor(row.feesMinor(), currency),
                        Money.ofMinor(row.totalMinor(), currency),
                        Money.ofMinor(row.balanceMinor(), currency)))
            .toList(),
        new Totals(
            schedule.total(ScheduleRow::principalMinor),
            schedule.total(ScheduleRow::interestMinor),
            schedule.total(ScheduleRow::feesMinor),
            schedule.total(ScheduleRow::totalMinor)),
        priced.cost().nominal().toPlainString(),
        priced.cost().effective().toPlainString(),
        List.of(),
        new LateConsequences(
            late.graceDays(),
            late.penaltyDailyRate().toPlainString(),
            late.penaltyRate().toString(),
            late.cap().rule()));
  }
}
