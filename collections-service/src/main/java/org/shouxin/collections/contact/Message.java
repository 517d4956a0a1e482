package org.shouxin.collections.contact;

import java.util.UUID;
import org.shouxin.collections.contact.model.Channel;

/**
 * What is sent; {@code toString} keeps the address back.
 *
 * @param requestId the contact's id: the same for every repetition
 * @param template code and version of the approved text
 */
public record Message(
    UUID requestId, Channel channel, String address, String template, String subject, String text) {

  @Override
  public String toString() {
    return "Message[" + requestId + " " + channel + "]";
  }
}
