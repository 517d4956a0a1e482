package org.shouxin.origination.identity;

import io.smallrye.mutiny.Uni;
import org.shouxin.origination.person.CardNumber;
import org.shouxin.origination.person.IdNumber;
import org.shouxin.origination.person.PersonName;
import org.shouxin.origination.person.PhoneNumber;

/** The bank that compares four factors and, when they match, agrees to pay out and debit. */
public interface DebitAgreements {

  /** Compares the four factors. */
  Uni<Answer> agree(PersonName name, IdNumber idNumber, PhoneNumber phone, CardNumber card);

  /**
   * The bank's answer.
   *
   * @param result MATCH, MISMATCH or NOT_FOUND
   * @param agreement the token that stands for the account; null unless matched
   */
  record Answer(String result, String agreement, String last4, String bankName) {}
}
