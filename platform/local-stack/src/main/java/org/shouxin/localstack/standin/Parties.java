package org.shouxin.localstack.standin;

import java.time.Clock;

/** All parties of one running server, and what they share. */
record Parties(
    PersonRegister people,
    BankBooks books,
    Bank bank,
    MessagingGateway messaging,
    VoiceGateway voice,
    Mails mails,
    FaultPlan faults,
    Counters counters,
    Callbacks callbacks,
    Clock clock) {

  /** Back to an empty world: nobody exists, no money moved, nothing is on its way. */
  void clear() {
    callbacks.forgetAll();
    people.clear();
    books.clear();
    messaging.clear();
    voice.clear();
    mails.clear();
    faults.clear();
    counters.clear();
  }
}
