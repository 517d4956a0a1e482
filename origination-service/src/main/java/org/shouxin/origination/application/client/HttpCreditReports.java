package org.shouxin.origination.application.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.chassis.client.RemoteCalls;
import org.shouxin.origination.application.AssessmentFacts.BureauFacts;
import org.shouxin.origination.application.CreditReports;
import org.shouxin.origination.application.client.BureauApi.ReportAnswer;
import org.shouxin.origination.application.client.BureauApi.ReportRequest;
import org.shouxin.origination.person.IdNumber;
import org.shouxin.origination.person.PersonName;

/** The credit bureau over HTTP. */
@ApplicationScoped
class HttpCreditReports implements CreditReports {

  private final BureauApi api;
  private final RemoteCalls calls;

  HttpCreditReports(@RestClient BureauApi api, RemoteCalls calls) {
    this.api = api;
    this.calls = calls;
  }

  @Override
  public Uni<BureauFacts> about(PersonName name, IdNumber idNumber, UUID consentId) {
    var request = new ReportRequest(name.value(), idNumber.value(), consentId);
    return calls.call("bureau", () -> api.report(request)).map(HttpCreditReports::facts);
  }

  private static BureauFacts facts(ReportAnswer answer) {
    if (!answer.available()) {
      return BureauFacts.none();
    }
    return new BureauFacts(
        true,
        answer.openLoans(),
        answer.openDebt(),
        answer.enquiries90d(),
        answer.worstStatus24m(),
        text(answer.utilisation()),
        text(answer.lastPaymentRatio()),
        answer.features() == null ? Map.of() : answer.features());
  }

  private static String text(JsonNode decimal) {
    return decimal == null || decimal.isNull() ? null : decimal.asText();
  }
}
