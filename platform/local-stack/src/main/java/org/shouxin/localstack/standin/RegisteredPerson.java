package org.shouxin.localstack.standin;

import io.vertx.core.json.JsonObject;

/**
 * A person of the stand-ins' small world: holder of an ID number, a phone line and a bank account.
 *
 * @param balance opening balance of the account in CNY, as "1250.00"
 * @param bureau the credit bureau's facts ("openLoans", "openDebt", "utilisation", ...); null for a
 *     person without a record
 */
public record RegisteredPerson(
    String name,
    String idNumber,
    String phone,
    String cardNumber,
    String balance,
    int monthsInNetwork,
    boolean answersCalls,
    boolean documentLost,
    JsonObject bureau) {

  /** A person with a live line of five years, an empty account and no bureau record. */
  public static RegisteredPerson of(String name, String idNumber, String phone, String cardNumber) {
    return new RegisteredPerson(name, idNumber, phone, cardNumber, "0.00", 60, true, false, null);
  }

  public RegisteredPerson withBalance(String newBalance) {
    return new RegisteredPerson(
        name,
        idNumber,
        phone,
        cardNumber,
        newBalance,
        monthsInNetwork,
        answersCalls,
        documentLost,
        bureau);
  }

  public RegisteredPerson withLine(int months, boolean answers) {
    return new RegisteredPerson(
        name, idNumber, phone, cardNumber, balance, months, answers, documentLost, bureau);
  }

  public RegisteredPerson withBureau(JsonObject facts) {
    return new RegisteredPerson(
        name,
        idNumber,
        phone,
        cardNumber,
        balance,
        monthsInNetwork,
        answersCalls,
        documentLost,
        facts);
  }

  public RegisteredPerson withLostDocument() {
    return new RegisteredPerson(
        name, idNumber, phone, cardNumber, balance, monthsInNetwork, answersCalls, true, bureau);
  }

  JsonObject json() {
    JsonObject json =
        new JsonObject()
            .put("name", name)
            .put("idNumber", idNumber)
            .put("phone", phone)
            .put("cardNumber", cardNumber)
            .put("balance", StandInAdmin.cny(balance))
            .put("monthsInNetwork", monthsInNetwork)
            .put("answersCalls", answersCalls)
            .put("documentLost", documentLost);
    return bureau == null ? json : json.put("bureau", bureau);
  }
}
