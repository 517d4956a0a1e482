package org.shouxin.servicing.paylink;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.chassis.security.Caller;
import org.shouxin.servicing.loan.LoanSnapshot;
import org.shouxin.servicing.loan.ViewLoans;
import org.shouxin.servicing.paylink.model.PayLink;
import org.shouxin.servicing.payment.PayNow;

/** Gives out a link by which a loan is paid once, in the caller's transaction. */
@ApplicationScoped
public class IssuePayLink {

  static final int VALID_HOURS_MAX = 30 * 24;
  private static final int VALID_HOURS = 24;

  private final PayLinks links;
  private final SignLinks signing;
  private final ViewLoans loans;
  private final Ids ids;
  private final Clock clock;
  private final Caller caller;

  IssuePayLink(
      PayLinks links, SignLinks signing, ViewLoans loans, Ids ids, Clock clock, Caller caller) {
    this.links = links;
    this.signing = signing;
    this.loans = loans;
    this.ids = ids;
    this.clock = clock;
    this.caller = caller;
  }

  /** A link and the text that opens it. */
  public record Issued(PayLink link, String text) {}

  /**
   * Gives the link.
   *
   * @param amountOrNull all that is due when it is used, when it is null
   * @param validHoursOrNull a day when it is null
   */
  public Uni<Issued> issue(UUID loanId, Money amountOrNull, Integer validHoursOrNull) {
    Duration valid = valid(validHoursOrNull);
    UUID id = ids.next();
    String text = signing.text(id);
    String issuer = caller.subject();
    return loans
        .lockedSnapshot(loanId)
        .invoke(loan -> check(loan, amountOrNull))
        .map(
            loan ->
                new PayLink(
                    id, loanId, amountOrNull, loan.currency(), clock.instant().plus(valid), null))
        .call(link -> links.add(link, issuer))
        .map(link -> new Issued(link, text));
  }

  private static void check(LoanSnapshot loan, Money amountOrNull) {
    PayNow.check(loan, amountOrNull == null ? loan.money(PayNow.AMOUNT_MINOR_MAX) : amountOrNull);
  }

  private static Duration valid(Integer hoursOrNull) {
    int hours = hoursOrNull == null ? VALID_HOURS : hoursOrNull;
    if (hours < 1 || hours > VALID_HOURS_MAX) {
      throw Invalid.field(
          "/validHours",
          "PAY_LINK_HOURS",
          "a link is valid for 1 to " + VALID_HOURS_MAX + " hours");
    }
    return Duration.ofHours(hours);
  }
}
