package org.shouxin.origination.offer.client;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.chassis.client.RemoteCalls;
import org.shouxin.origination.application.ApprovedTerms;
import org.shouxin.origination.offer.Schedules;
import org.shouxin.origination.offer.client.ServicingApi.FeeAnswer;
import org.shouxin.origination.offer.client.ServicingApi.InstalmentAnswer;
import org.shouxin.origination.offer.client.ServicingApi.LateAnswer;
import org.shouxin.origination.offer.client.ServicingApi.PreviewAnswer;
import org.shouxin.origination.offer.client.ServicingApi.PreviewRequest;
import org.shouxin.origination.offer.client.ServicingApi.TotalsAnswer;

/** Servicing's schedules over HTTP. */
@ApplicationScoped
class HttpSchedules implements Schedules {

  private final ServicingApi api;
  private final RemoteCalls calls;

  HttpSchedules(@RestClient ServicingApi api, RemoteCalls calls) {
    this.api = api;
    this.calls = calls;
  }

  @Override
  public Uni<Preview> preview(ApprovedTerms terms) {
    var request =
        new PreviewRequest(
            terms.principal(),
            terms.annualRate(),
            terms.method(),
            terms.termMonths(),
            terms.graceDays(),
            terms.penaltyRateMultiple(),
            terms.scheduleTerms());
    return calls.call("servicing", () -> api.preview(request)).map(HttpSchedules::preview);
  }

  private static Preview preview(PreviewAnswer answer) {
    TotalsAnswer totals = answer.totals();
    LateAnswer late = answer.lateConsequences();
    return new Preview(
        answer.instalments().stream().map(HttpSchedules::instalment).toList(),
        new Totals(totals.principal(), totals.interest(), totals.fees(), totals.total()),
        answer.annualPercentageRate(),
        answer.effectiveAnnualRate(),
        fees(answer.fees()),
        new LateConsequences(
            late.graceDays(), late.penaltyDailyRate(), late.penaltyAnnualRate(), late.capRule()),
        answer.terms());
  }

  private static List<Fee> fees(List<FeeAnswer> fees) {
    return fees == null
        ? List.of()
        : fees.stream().map(f -> new Fee(f.code(), f.amount())).toList();
  }

  private static Instalment instalment(InstalmentAnswer i) {
    return new Instalment(
        i.number(), i.dueDate(), i.principal(), i.interest(), i.fees(), i.total(), i.balance());
  }
}
