package org.shouxin.origination.identity;

import io.smallrye.mutiny.Uni;
import org.shouxin.origination.person.IdNumber;
import org.shouxin.origination.person.PersonName;

/** The identity authority. An answer that fails means nobody could be asked. */
public interface IdentityRegisters {

  /** Whether the ID number belongs to somebody of that name. */
  Uni<Answer> identityOf(PersonName name, IdNumber idNumber);

  /** Whether the document with that number is reported lost. */
  Uni<Boolean> isReportedLost(IdNumber idNumber);

  /**
   * An authority's answer.
   *
   * @param result MATCH, MISMATCH or NOT_FOUND
   * @param serial the authority's number of the answer
   */
  record Answer(String result, String serial) {}
}
