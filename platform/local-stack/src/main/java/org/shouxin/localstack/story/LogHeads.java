package org.shouxin.localstack.story;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.ArrayList;
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
 * Watches the services' verifiable logs as a stranger would: keeps their heads on the way, and has
 * every service prove at the end that its log only grew since each of them. Checked by the offline
 * verifier, which shares no code with the services.
 */
final class LogHeads {

  static final List<String> SERVICES = List.of("origination", "risk", "servicing", "collections");

  private final Scene scene;
  private final Map<String, List<SignedHead>> kept = new HashMap<>();

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

  Proof prove(String service) {
    List<SignedHead> before = kept.getOrDefault(service, List.of());
    Optional<SignedHead> now = head(service);
    if (now.isEmpty()) {
      return new Proof(before.isEmpty(), "no entries");
    }
    try {
      PublicKey key = Receipt.parseKey(get(service, "key").orFail().text("publicKey"));
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
