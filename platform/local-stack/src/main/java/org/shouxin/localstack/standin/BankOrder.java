package org.shouxin.localstack.standin;

import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Optional;

/**
 * One order at the bank: ACCEPTED -> SUCCEEDED (settled, booked on the lender's statement) | FAILED
 * (with a reason). Told to the lender once it is final.
 *
 * @param requested what was asked for
 * @param settled what moved: the whole payout, or as much of a debit as the account held
 */
record BankOrder(
    Kind kind,
    String requestId,
    String card,
    String agreement,
    Fen requested,
    boolean allowPartial,
    String reference,
    State state,
    Fen settled,
    Optional<String> reason,
    Optional<String> bankReference,
    Optional<String> bookedAt,
    boolean told) {

  enum Kind {
    PAYOUT,
    DEBIT,
    TRANSFER
  }

  enum State {
    ACCEPTED,
    SUCCEEDED,
    FAILED
  }

  static BankOrder accepted(
      Kind kind,
      String requestId,
      String card,
      String agreement,
      Fen requested,
      boolean allowPartial,
      String reference) {
    return new BankOrder(
        kind,
        requestId,
        card,
        agreement,
        requested,
        allowPartial,
        reference,
        State.ACCEPTED,
        Fen.ZERO,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  BankOrder succeeded(Fen amount, String newBankReference, String at) {
    return become(
        State.SUCCEEDED, amount, Optional.empty(), Optional.of(newBankReference), at, false);
  }

  BankOrder failed(String why, String at) {
    return become(State.FAILED, Fen.ZERO, Optional.of(why), Optional.empty(), at, false);
  }

  BankOrder toldToLender() {
    return become(state, settled, reason, bankReference, bookedAt.orElseThrow(), true);
  }

  boolean saysTheSame(Kind otherKind, String otherAgreement, Fen amount, boolean partial) {
    return kind == otherKind
        && agreement.equals(otherAgreement)
        && requested.equals(amount)
        && allowPartial == partial;
  }

  /** The order as a query answers it. */
  JsonObject json() {
    boolean open = state == State.ACCEPTED;
    JsonObject json =
        new JsonObject()
            .put("requestId", requestId)
            .put("status", open && kind == Kind.DEBIT ? "PROCESSING" : state.name());
    if (kind == Kind.DEBIT) {
      json.put("requested", requested.json()).put("collected", settled.json());
    } else {
      json.put("amount", requested.json()).put("reference", reference);
    }
    return withOutcome(json);
  }

  /** The order as a webhook tells it, the settled amount off by {@code error}. */
  JsonObject webhook(Fen error) {
    Fen named = state == State.SUCCEEDED ? settled.plus(error) : settled;
    JsonObject data =
        new JsonObject()
            .put("requestId", requestId)
            .put("agreement", agreement)
            .put("reference", reference);
    if (kind == Kind.DEBIT) {
      data.put("requested", requested.json()).put("collected", named.json());
    } else {
      data.put("amount", state == State.FAILED ? requested.json() : named.json());
    }
    String type =
        kind == Kind.TRANSFER
            ? "transfer.received"
            : kind.name().toLowerCase(Locale.ROOT)
                + (state == State.SUCCEEDED ? ".succeeded" : ".failed");
    return new JsonObject().put("type", type).put("data", withOutcome(data));
  }

  private JsonObject withOutcome(JsonObject json) {
    reason.ifPresent(text -> json.put("reason", text));
    bankReference.ifPresent(text -> json.put("bankReference", text));
    bookedAt.ifPresent(text -> json.put("bookedAt", text));
    return json;
  }

  private BankOrder become(
      State newState,
      Fen amount,
      Optional<String> why,
      Optional<String> newBankReference,
      String at,
      boolean nowTold) {
    return new BankOrder(
        kind,
        requestId,
        card,
        agreement,
        requested,
        allowPartial,
        reference,
        newState,
        amount,
        why,
        newBankReference,
        Optional.of(at),
        nowTold);
  }
}
