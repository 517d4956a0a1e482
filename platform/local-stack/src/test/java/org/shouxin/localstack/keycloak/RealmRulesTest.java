package org.shouxin.localstack.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each rule is shown to hold for the realm's file, and to fail for a realm that breaks it. */
class RealmRulesTest {

  @TestFactory
  Stream<DynamicTest> theProductionRealmKeepsEveryRule() {
    return RealmRules.ALL.stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.name(), () -> assertThat(rule.breaches(Realm.production())).isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> aBrokenRealmIsFound() {
    return BROKEN.entrySet().stream()
        .map(
            broken ->
                DynamicTest.dynamicTest(
                    broken.getKey(),
                    () -> {
                      ObjectNode realm = Realm.production();
                      broken.getValue().accept(realm);
                      assertThat(RealmRules.named(broken.getKey()).breaches(realm)).isNotEmpty();
                    }));
  }

  @Test
  void everyRuleHasARealmThatBreaksIt() {
    assertThat(BROKEN.keySet())
        .isEqualTo(new TreeSet<>(RealmRules.ALL.stream().map(RealmRules.Rule::name).toList()));
    assertThat(RealmRules.ALL).hasSizeGreaterThanOrEqualTo(20);
  }

  @Test
  void theLocalRealmBreaksOnlyWhatTheStoryAndThisMachineNeed() {
    Set<String> broken = new TreeSet<>();
    for (RealmRules.Rule rule : RealmRules.ALL) {
      if (!rule.breaches(Realm.local()).isEmpty()) {
        broken.add(rule.name());
      }
    }
    assertThat(broken)
        .containsExactly(
            "baseline profile is bound to every client",
            "no password grant",
            "no person in the file",
            "redirects are exact",
            "tls is required");
  }

  @Test
  void onlyTheStoryMayUseThePasswordGrantLocally() {
    List<String> clients = new ArrayList<>();
    for (JsonNode client : Realm.local().path("clients")) {
      if (client.path("directAccessGrantsEnabled").asBoolean()) {
        clients.add(client.path("clientId").asText());
      }
    }
    assertThat(clients).containsExactly("shouxin-story");
  }

  @Test
  void anOverlayReplacesValuesAddsNamesAndKeepsTheRest() {
    ObjectNode realm = Realm.local();
    JsonNode app = RealmRules.client(realm, "shouxin-app");
    assertThat(app.path("redirectUris")).hasSize(1);
    assertThat(app.path("publicClient").asBoolean()).isTrue();
    assertThat(app.at("/attributes/pkce.code.challenge.method").asText()).isEqualTo("S256");
    assertThat(realm.path("users")).hasSize(11);
    assertThat(realm.path("clients")).hasSize(Realm.production().path("clients").size() + 1);
  }

  private static final Map<String, Consumer<ObjectNode>> BROKEN =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(
                  "redirects are exact",
                  realm ->
                      ((ArrayNode) RealmRules.client(realm, "shouxin-app").path("redirectUris"))
                          .add("https://app.shouxin.org/*")),
              Map.entry(
                  "web origins are exact",
                  realm ->
                      ((ArrayNode) RealmRules.client(realm, "shouxin-app").path("webOrigins"))
                          .add("*")),
              Map.entry(
                  "no password grant",
                  realm -> put(realm, "shouxin-app", "directAccessGrantsEnabled", true)),
              Map.entry(
                  "no implicit flow",
                  realm -> put(realm, "shouxin-desk", "implicitFlowEnabled", true)),
              Map.entry(
                  "code flow needs PKCE S256",
                  realm ->
                      ((ObjectNode) RealmRules.client(realm, "shouxin-app").path("attributes"))
                          .put("pkce.code.challenge.method", "plain")),
              Map.entry(
                  "tokens are signed PS256",
                  realm -> realm.put("defaultSignatureAlgorithm", "RS256")),
              Map.entry(
                  "access tokens live five minutes at most",
                  realm -> realm.put("accessTokenLifespan", 600)),
              Map.entry("refresh tokens rotate", realm -> realm.put("revokeRefreshToken", false)),
              Map.entry(
                  "brute force is held off", realm -> realm.put("bruteForceProtected", false)),
              Map.entry("events are saved half a year", realm -> realm.remove("eventsEnabled")),
              Map.entry(
                  "administrators' events are saved",
                  realm -> realm.put("adminEventsEnabled", false)),
              Map.entry("tls is required", realm -> realm.put("sslRequired", "none")),
              Map.entry(
                  "secrets are placeholders",
                  realm -> put(realm, "risk-service", "secret", "s3cret")),
              Map.entry(
                  "no person in the file",
                  realm -> ((ArrayNode) realm.path("users")).addObject().put("username", "demo")),
              Map.entry("passwords are long", realm -> realm.put("passwordPolicy", "length(8)")),
              Map.entry(
                  "the profile holds no personal datum",
                  realm ->
                      ((ObjectNode)
                              realm.at(
                                  "/components/org.keycloak.userprofile.UserProfileProvider/0/config"))
                          .putArray("kc.user.profile.config")
                          .add("{\"attributes\":[{\"name\":\"lastName\"}]}")),
              Map.entry(
                  "who signs up is a borrower and nothing else",
                  realm ->
                      ((ArrayNode) realm.at("/roles/realm/9/composites/realm")).add("officer")),
              Map.entry(
                  "every role of the suite is there",
                  realm -> ((ArrayNode) realm.at("/roles/realm")).remove(0)),
              Map.entry(
                  "client scopes are the least needed",
                  realm -> put(realm, "shouxin-app", "fullScopeAllowed", true)),
              Map.entry(
                  "tokens are meant for the suite",
                  realm -> ((ArrayNode) realm.path("defaultDefaultClientScopes")).remove(2)),
              Map.entry(
                  "each service has one account with one role",
                  realm -> ((ArrayNode) realm.path("users")).remove(0)),
              Map.entry(
                  "the desk's client is confidential",
                  realm -> put(realm, "shouxin-desk", "publicClient", true)),
              Map.entry(
                  "baseline profile is bound to every client",
                  realm ->
                      ((ObjectNode) realm.at("/clientPolicies/policies/0")).put("enabled", false)),
              Map.entry("sessions end", realm -> realm.put("ssoSessionMaxLifespan", 31_536_000)),
              Map.entry(
                  "pages cannot be framed",
                  realm ->
                      ((ObjectNode) realm.path("browserSecurityHeaders"))
                          .put("xFrameOptions", "SAMEORIGIN"))));

  private static void put(ObjectNode realm, String client, String field, boolean value) {
    ((ObjectNode) RealmRules.client(realm, client)).put(field, value);
  }

  private static void put(ObjectNode realm, String client, String field, String value) {
    ((ObjectNode) RealmRules.client(realm, client)).put(field, value);
  }
}
