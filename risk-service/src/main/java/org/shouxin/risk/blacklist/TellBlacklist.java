package org.shouxin.risk.blacklist;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.shouxin.chassis.json.CanonicalJson;
import org.shouxin.chassis.log.VerifiableLog;
import org.shouxin.chassis.outbox.Outbox;
import org.shouxin.chassis.outbox.OutgoingEvent;
import org.shouxin.risk.blacklist.model.BlacklistEntry;
import org.shouxin.risk.blacklist.model.BlacklistEntry.BlacklistChanged;

/** Tells others of moves of an entry and keeps each in the verifiable log. */
@ApplicationScoped
public class TellBlacklist {

  private static final String TYPE = "risk.blacklist.changed.v1";

  private final Outbox outbox;
  private final VerifiableLog log;

  public TellBlacklist(Outbox outbox, VerifiableLog log) {
    this.outbox = outbox;
    this.log = log;
  }

  Uni<Void> tell(BlacklistEntry entry, List<BlacklistChanged> moves) {
    if (moves.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    String key = entry.id().toString();
    BlacklistChanged last = moves.get(moves.size() - 1);
    return outbox
        .append(
            moves.stream()
                .map(move -> new OutgoingEvent("risk.blacklist", key, TYPE, move))
                .toList())
        .chain(() -> log.append("risk.blacklist.changed", key, CanonicalJson.bytes(last)))
        .replaceWithVoid();
  }
}
