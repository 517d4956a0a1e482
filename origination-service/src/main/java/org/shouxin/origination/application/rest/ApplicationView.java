package org.shouxin.origination.application.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.text.Texts;
import org.shouxin.origination.application.model.ApplicationState;
import org.shouxin.origination.application.model.LoanApplication;
import org.shouxin.origination.application.model.LoanState;
import org.shouxin.origination.application.model.Reason;
import org.shouxin.origination.application.model.Wish;
import org.shouxin.origination.policy.LoanPurpose;
import org.shouxin.origination.policy.RepaymentMethod;

/** An application, with reasons the applicant can read. */
record ApplicationView(
    UUID id,
    UUID borrowerId,
    ApplicationState state,
    String productCode,
    Money amount,
    int termMonths,
    RepaymentMethod method,
    LoanPurpose purpose,
    UUID assessmentId,
    String grade,
    Money limit,
    Money approvedAmount,
    BigDecimal annualRate,
    List<ReasonView> reasons,
    Instant submittedAt,
    Instant decidedAt,
    Instant offerExpiresAt,
    LoanView loan) {

  record ReasonView(String code, String text) {}

  record LoanView(UUID id, LoanState state) {}

  static ApplicationView of(LoanApplication application, Locale locale) {
    Wish wish = application.wish();
    return new ApplicationView(
        application.id(),
        application.borrowerId(),
        application.state(),
        wish.productCode(),
        wish.amount(),
        wish.termMonths(),
        wish.method(),
        wish.purpose(),
        application.assessmentId(),
        application.grade(),
        application.limit(),
        application.approved(),
        application.annualRate(),
        application.reasons().stream().map(r -> reason(r, locale)).toList(),
        application.submittedAt(),
        application.decidedAt(),
        application.offerExpiresAt(),
        application.loanId() == null
            ? null
            : new LoanView(application.loanId(), application.loanState()));
  }

  private static ReasonView reason(Reason reason, Locale locale) {
    String own = reason.text().isEmpty() ? reason.code() : reason.text();
    String text = Texts.find("reasons", locale, reason.code(), reason.text()).orElse(own);
    return new ReasonView(reason.code(), text);
  }
}
