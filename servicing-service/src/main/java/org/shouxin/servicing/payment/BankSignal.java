package org.shouxin.servicing.payment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicReference;

/** Wakes the sender of this instance; a lost signal costs one polling pause, nothing more. */
@ApplicationScoped
class BankSignal {

  private final AtomicReference<Runnable> sleeper = new AtomicReference<>(() -> {});

  void wake(Runnable whom) {
    sleeper.set(whom);
  }

  void raise() {
    sleeper.get().run();
  }
}
