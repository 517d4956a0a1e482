package org.shouxin.localstack.story.plan;

/**
 * Who a borrower of the story is. Everything is generated; nobody real is meant.
 *
 * @param alias what the story prints instead of a name, like B-017
 */
public record Persona(
    String alias,
    String name,
    String idNumber,
    String phone,
    String cardNumber,
    String email,
    String deviceToken) {

  /** The same person with another phone and another bank card. */
  public Persona under(String newAlias, String newPhone, String newCard, String newEmail) {
    return new Persona(newAlias, name, idNumber, newPhone, newCard, newEmail, deviceToken + "-2");
  }
}
