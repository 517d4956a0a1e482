package org.shouxin.localstack.story;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shouxin.localstack.story.client.Login;
import org.shouxin.localstack.story.client.Pace;
import org.shouxin.localstack.story.client.Reply;
import org.shouxin.logverifier.MerkleProof;
import org.shouxin.logverifier.ProofRejected;
import org.shouxin.logverifier.Receipt;
import org.shouxin.logverifier.SignedHead;

/**
 * Watches the services' verifiable logs as a stranger would: keeps their heads on the way, and has
 * every service prove at the end that its log only grew since each of them. Checked by the offline
 * verifier, which shares no code with the services.
 */
final class LogHeads {

  static final List<String> SERVICES = List.of("origination", "risk", "servicing", "collections");

  private static final Duration PLACED_WITHIN = Duration.ofMinutes(1);
  private static final String WAITING = "LOG_LEAF_WAITING";

  private final Scene scene;
  private final Map<String, List<SignedHead>> kept = new HashMap<>();
  private final Map<String, PublicKey> keys = new HashMap<>();

  LogHeads(Scene scene) {
    this.scene = scene;
  }

  /** Keeps the newest head of every log that has one. */
  void keep() {
    for (String service : SERVICES) {
      List<SignedHead> heads = kept.computeIfAbsent(service, name -> new ArrayList<>());
      head(service).ifPresent(heads::add);
    }
  }

  /** What was proven of a service's log. */
  record Proof(boolean holds, String figure) {}

  /**
   * Whether a service's log keeps all it ever had.
   *
   * @param mustHaveEntries something happened that the service has to log
   */
  Proof prove(String service, boolean mustHaveEntries) {
    List<SignedHead> before = kept.getOrDefault(service, List.of());
    Optional<SignedHead> now = head(service);
    if (now.isEmpty()) {
      return new Proof(before.isEmpty() && !mustHaveEntries, "no entries");
    }
    try {
      PublicKey key = key(service);
      now.get().verify(key);
      for (SignedHead head : before) {
        head.verify(key);
        extended(service, head, now.get());
      }
      return new Proof(
          true, "%d heads kept, %d entries now".formatted(before.size(), now.get().treeSize()));
    } catch (ProofRejected broken) {
      return new Proof(false, broken.getMessage());
    }
  }

  private void extended(String service, SignedHead before, SignedHead now) {
    String range = "consistency?from=" + before.treeSize() + "&to=" + now.treeSize();
    MerkleProof.consistency(
        before.treeSize(),
        before.rootHash(),
        now.treeSize(),
        now.rootHash(),
        Receipt.parseConsistency(bytes(get(service, range).orFail().json())));
  }

  /**
   * Whether the contract of an application stands in origination's log exactly as it was signed.
   */
  Proof proveContract(Life life) {
    String path = "/origination/v1/applications/" + life.applicationId() + "/contract";
    JsonObject contract = scene.gateway().get(life.login(), path).orFail().json();
    return proveEntry(
        "origination",
        contract.getJsonObject("receipt").getString("leafId"),
        contract.getString("logEntry"));
  }

  /** Whether a text stands in a service's log exactly as it is shown. */
  Proof proveEntry(String service, String leafId, String content) {
    Reply receipt =
        Pace.until(
            "leaf " + leafId + " has its place in the log",
            PLACED_WITHIN,
            () ->
                Optional.of(get(service, "leaves/" + leafId + "/receipt"))
                    .filter(reply -> !reply.rule().equals(WAITING)));
    if (!receipt.done()) {
      return new Proof(false, receipt.status() + " " + receipt.detail());
    }
    try {
      Receipt.parse(bytes(receipt.json()))
          .verify(key(service), content.getBytes(StandardCharsets.UTF_8));
      return new Proof(true, "leaf " + leafId + " included");
    } catch (ProofRejected broken) {
      return new Proof(false, leafId + ": " + broken.getMessage());
    }
  }

  /** Asked once, as a careful outsider would: a key that changes later convinces nobody. */
  private PublicKey key(String service) {
    return keys.computeIfAbsent(
        service, name -> Receipt.parseKey(get(name, "key").orFail().text("publicKey")));
  }

  private Optional<SignedHead> head(String service) {
    Reply reply = get(service, "head");
    if (reply.status() == 404) {
      return Optional.empty();
    }
    return Optional.of(Receipt.parseHead(bytes(reply.orFail().json())));
  }

  private Reply get(String service, String what) {
    Login auditor = scene.staff().auditor();
    return scene.gateway().get(auditor, "/" + service + "/v1/log/" + what);
  }

  private static byte[] bytes(JsonObject json) {
    return json.encode().getBytes(StandardCharsets.UTF_8);
  }
}
