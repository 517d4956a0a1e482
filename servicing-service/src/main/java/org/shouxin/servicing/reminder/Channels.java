package org.shouxin.servicing.reminder;

import io.smallrye.mutiny.Uni;
import java.util.Locale;
import org.shouxin.servicing.reminder.model.Reminder;

/** The ways by which a text reaches a borrower. */
public interface Channels {

  /**
   * Hands the text to the reminder's channel, under the reminder's request id.
   *
   * @return whether a receipt will follow
   */
  Uni<Boolean> send(Reminder reminder, String address, Locale language, String text);
}
