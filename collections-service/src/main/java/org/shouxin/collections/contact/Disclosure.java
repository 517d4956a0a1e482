package org.shouxin.collections.contact;

import java.util.UUID;

/**
 * Where a debtor can be contacted, told by origination for one contact. Held in memory until the
 * message is sent, never written down; {@code toString} keeps the address back.
 */
public record Disclosure(String address, UUID contactPointId, String language, String zone) {

  @Override
  public String toString() {
    return "Disclosure[" + contactPointId + "]";
  }
}
