package org.shouxin.servicing.loan.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.dsl.LambdaDsl;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.consumer.junit5.ProviderType;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Interaction.AsynchronousMessage;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shouxin.chassis.json.Json;
import org.shouxin.chassis.money.Money;
import org.shouxin.servicing.loan.OpenLoan.SignedContract;
import org.shouxin.servicing.loan.messaging.ContractedLoans.Contracted;
import org.shouxin.servicing.schedule.RepaymentMethod;

/** Which fields of a signed contract servicing relies on. */
@ExtendWith(PactConsumerTestExt.class)
class ContractedPactTest {

  private static final String UUID_PATTERN = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final String ID = "0b6f1b1e-0000-7000-8000-0000000000a";
  private static final String DECIMAL = "\\d+(\\.\\d+)?";

  @Pact(consumer = "servicing", provider = "origination")
  V4Pact contracted(PactBuilder builder) {
    return builder
        .usingLegacyMessageDsl()
        .expectsToReceive(ContractedLoans.CONTRACTED)
        .withContent(
            LambdaDsl.newJsonBody(
                    body -> {
                      id(body, "loanId", "1");
                      id(body, "applicationId", "2");
                      id(body, "borrowerId", "3");
                      body.stringType("borrowerSubject", ID + "4");
                      body.object(
                          "principal",
                          money -> {
                            money.stringMatcher("amount", "\\d+\\.\\d{2}", "20000.00");
                            money.stringMatcher("currency", "CNY", "CNY");
                          });
                      body.stringMatcher("annualRate", DECIMAL, "0.180000");
                      body.stringMatcher(
                          "method",
                          "EQUAL_INSTALMENT|EQUAL_PRINCIPAL|INTEREST_ONLY|BULLET",
                          "EQUAL_INSTALMENT");
                      body.integerType("termMonths", 12);
                      body.stringMatcher(
                          "signedAt",
                          "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z",
                          "2026-03-01T17:00:00Z");
                      body.stringType("contractHash", "9f86d081884c7d65");
                      body.stringType("paymentAgreement", "agr_1");
                      body.stringMatcher("preferredChannel", "SMS|APP_PUSH|EMAIL", "SMS");
                      body.object(
                          "terms",
                          terms -> {
                            terms.stringMatcher("penaltyRateMultiple", DECIMAL, "1.5");
                            terms.integerType("graceDays", 3);
                            terms.stringType("productCode", "CASH");
                            terms.stringType("purpose", "EDUCATION");
                          });
                      body.object(
                          "scheduleTerms",
                          terms -> {
                            terms.object(
                                "principal",
                                money -> {
                                  money.stringMatcher("amount", "\\d+\\.\\d{2}", "20000.00");
                                  money.stringMatcher("currency", "CNY", "CNY");
                                });
                            terms.stringMatcher("annualRate", DECIMAL, "0.18");
                            terms.stringMatcher("method", "[A-Z_]+", "EQUAL_INSTALMENT");
                            terms.integerType("instalments", 12);
                            terms.stringMatcher("startDate", "\\d{4}-\\d{2}-\\d{2}", "2026-02-27");
                          });
                    })
                .build())
        .toPact(V4Pact.class);
  }

  @Test
  @PactTestFor(
      pactMethod = "contracted",
      providerType = ProviderType.ASYNCH,
      pactVersion = PactSpecVersion.V4)
  void aContractIsReadAsItWasSigned(List<AsynchronousMessage> messages)
      throws JsonProcessingException {
    SignedContract contract =
        Json.tolerant().readValue(messages.get(0).contentsAsString(), Contracted.class).contract();

    assertThat(contract.terms().principal()).isEqualTo(Money.of("20000.00", "CNY"));
    assertThat(contract.terms().method()).isEqualTo(RepaymentMethod.EQUAL_INSTALMENT);
    assertThat(contract.signedOn()).isEqualTo(LocalDate.of(2026, 3, 2));
    assertThat(contract.graceDays()).isEqualTo(3);
    assertThat(contract.terms().timing().instalments()).isEqualTo(12);
    assertThat(contract.terms().start()).isEqualTo(LocalDate.of(2026, 2, 27));
  }

  private static void id(LambdaDslObject body, String name, String last) {
    body.stringMatcher(name, UUID_PATTERN, ID + last);
  }
}
