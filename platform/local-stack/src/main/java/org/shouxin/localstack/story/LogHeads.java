package org.shouxin.localstack.story;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shouxin.localstack.story.client.Login;
import org.shouxin.localstack.story.client.Reply;
import org.shouxin.logverifier.MerkleProof;
import org.shouxin.logverifier.ProofRejected;
import org.shouxin.logverifier.Receipt;
import org.shouxin.logverifier.SignedHead;

/**
 * Watches the services' verifiable logs as a stranger would: keeps a head of each from early on,
 * and has every service prove at the end that its log only grew. Checked by the offline verifier,
 * which shares no code with the services.
 */
final class LogHeads {

  static final List<String> SERVICES = List.of("origination", "risk", "servicing", "collections");

  private final Scene scene;
  private final Map<String, SignedHead> kept = new HashMap<>();

  LogHeads(Scene scene) {
    this.scene = scene;
  }

  /** Keeps the newest head of every log that has one and of which none is kept yet. */
  void keep() {
    for (String service : SERVICES) {
      if (!kept.containsKey(service)) {
        head(service).ifPresent(head -> kept.put(service, head));
      }
    }
  }

  /** What was proven of a service's log. */
  record Proof(boolean holds, String figure) {}

  Proof prove(String service) {
    Optional<SignedHead> now = head(service);
    if (now.isEmpty()) {
      return new Proof(!kept.containsKey(service), "no entries");
    }
    try {
      PublicKey key = Receipt.parseKey(get(service, "key").orFail().text("publicKey"));
      now.get().verify(key);
      SignedHead before = kept.getOrDefault(service, now.get());
      before.verify(key);
      Reply proof =
          get(service, "consistency?from=" + before.treeSize() + "&to=" + now.get().treeSize())
              .orFail();
      MerkleProof.consistency(
          before.treeSize(),
          before.rootHash(),
          now.get().treeSize(),
          now.get().rootHash(),
          Receipt.parseConsistency(bytes(proof.json())));
      return new Proof(true, before.treeSize() + " entries kept, " + now.get().treeSize() + " now");
    } catch (ProofRejected broken) {
      return new Proof(false, broken.getMessage());
    }
  }

  /**
   * Whether the contract of an application stands in origination's log exactly as it was signed.
   */
  Proof proveContract(Life life) {
    String path = "/origination/v1/applications/" + life.applicationId() + "/contract";
    JsonObject contract = scene.gateway().get(life.login(), path).orFail().json();
    String leaf = contract.getJsonObject("receipt").getString("leafId");
    Reply receipt = get("origination", "leaves/" + leaf + "/receipt");
    if (!receipt.done()) {
      return new Proof(false, receipt.status() + " " + receipt.detail());
    }
    try {
      PublicKey key = Receipt.parseKey(get("origination", "key").orFail().text("publicKey"));
      Receipt.parse(bytes(receipt.json()))
          .verify(key, contract.getString("logEntry").getBytes(StandardCharsets.UTF_8));
      return new Proof(true, "contract of " + life.alias() + " included");
    } catch (ProofRejected broken) {
      return new Proof(false, life.alias() + ": " + broken.getMessage());
    }
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
