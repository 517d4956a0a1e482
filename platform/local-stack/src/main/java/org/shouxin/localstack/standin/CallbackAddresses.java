package org.shouxin.localstack.standin;

import java.util.Optional;

/** Where the bank and the gateways call back; can be changed while they run. */
final class CallbackAddresses {

  private Optional<String> bankWebhooks;
  private Optional<String> receipts;

  CallbackAddresses(StandInConfig config) {
    this.bankWebhooks = config.bankWebhookUrl();
    this.receipts = config.receiptsUrl();
  }

  Optional<String> bankWebhooks() {
    return bankWebhooks;
  }

  Optional<String> receipts() {
    return receipts;
  }

  void set(Optional<String> newBankWebhooks, Optional<String> newReceipts) {
    newBankWebhooks.ifPresent(url -> bankWebhooks = Optional.of(url));
    newReceipts.ifPresent(url -> receipts = Optional.of(url));
  }
}
