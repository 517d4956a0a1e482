package org.shouxin.localstack.story;

import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.shouxin.localstack.story.client.Login;

/**
 * Holds what collections did against its verifiable log, as a court's expert would: every record of
 * a case stands there as it is shown, and no contact was made without one.
 */
final class CaseProofs {

  private static final int CASES_MAX = 2;
  private static final String CASES = "/collections/v1/cases";
  private static final String CONTACT_MADE = "collections.contact.made";

  private final Scene scene;
  private final LogHeads heads;
  private int cases;
  private int contacts;
  private int receipts;
  private Optional<String> firstBroken = Optional.empty();

  CaseProofs(Scene scene, LogHeads heads) {
    this.scene = scene;
    this.heads = heads;
  }

  /** Looks at the first few cases of these borrowers. */
  void prove(List<Life> lives) {
    Set<String> loanIds =
        lives.stream()
            .flatMap(life -> life.loan().stream())
            .map(Life.Loan::id)
            .collect(Collectors.toSet());
    all(CASES).stream()
        .filter(each -> loanIds.contains(each.getString("loanId")))
        .limit(CASES_MAX)
        .forEach(each -> prove(CASES + "/" + each.getString("id")));
  }

  private void prove(String path) {
    cases++;
    List<JsonObject> made = all(path + "/contacts");
    Set<String> recorded = new HashSet<>();
    for (JsonObject kept : all(path + "/records")) {
      String content = kept.getString("content");
      LogHeads.Proof proof = heads.proveEntry("collections", kept.getString("leafId"), content);
      receipts++;
      if (!proof.holds()) {
        broken(path + ": " + proof.figure());
      }
      if (kept.getString("kind").equals(CONTACT_MADE)) {
        recorded.add(new JsonObject(content).getJsonObject("facts").getString("contactId"));
      }
    }
    for (JsonObject contact : made) {
      contacts++;
      if (!recorded.contains(contact.getString("id"))) {
        broken(path + ": contact " + contact.getString("id") + " is not on record");
      }
    }
  }

  private void broken(String what) {
    firstBroken = firstBroken.or(() -> Optional.of(what));
  }

  private List<JsonObject> all(String path) {
    Login auditor = scene.staff().auditor();
    return scene.gateway().all(auditor, path);
  }

  Optional<String> firstBroken() {
    return firstBroken;
  }

  String figure() {
    return "%d cases, %d contacts, %d receipts verified".formatted(cases, contacts, receipts);
  }
}
