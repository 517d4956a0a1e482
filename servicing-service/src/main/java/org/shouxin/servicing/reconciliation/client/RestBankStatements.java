package org.shouxin.servicing.reconciliation.client;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.servicing.reconciliation.BankStatements;
import org.shouxin.servicing.reconciliation.client.StatementClient.Entry;
import org.shouxin.servicing.reconciliation.model.StatementLine;
import org.shouxin.servicing.reconciliation.model.StatementLine.Direction;

@ApplicationScoped
public class RestBankStatements implements BankStatements {

  private final StatementClient client;

  RestBankStatements(@RestClient StatementClient client) {
    this.client = client;
  }

  @Override
  public Uni<List<StatementLine>> linesFrom(long seq) {
    return client
        .from(seq)
        .map(statement -> statement.entries().stream().map(RestBankStatements::line).toList());
  }

  private static StatementLine line(Entry entry) {
    return new StatementLine(
        entry.seq(),
        entry.bookedAt(),
        Direction.valueOf(entry.direction()),
        entry.amount(),
        orderId(entry.requestId()),
        entry.bankReference(),
        null);
  }

  /** Transfers carry a request id of the sender's own, which is no order of ours. */
  private static UUID orderId(String requestId) {
    try {
      return requestId == null ? null : UUID.fromString(requestId);
    } catch (IllegalArgumentException notOurs) {
      return null;
    }
  }
}
