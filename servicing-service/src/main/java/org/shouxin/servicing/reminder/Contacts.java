package org.shouxin.servicing.reminder;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.shouxin.servicing.reminder.model.ContactWishes;
import org.shouxin.servicing.reminder.model.Reminder;

/** Addresses of borrowers. Each is asked for when it is used, recorded there, and not kept here. */
public interface Contacts {

  /** How and when the borrower wants to be reminded; asked anew each time. */
  Uni<ContactWishes> wishes(UUID borrowerId);

  /** The borrower's address in the reminder's channel, or why there is none. */
  Uni<Answer> disclose(Reminder reminder);

  /** What origination answers. */
  sealed interface Answer {}

  /**
   * An address that may be used for this reminder.
   *
   * @param language of the borrower, a language tag
   */
  record Disclosed(String address, String language) implements Answer {}

  /** The channel may not be used: there is none, or its number is suspended, empty or recycled. */
  record Blocked(String code) implements Answer {}
}
