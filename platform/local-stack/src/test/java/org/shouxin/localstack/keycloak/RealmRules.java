package org.shouxin.localstack.keycloak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** What must hold of a realm that is deployed. */
final class RealmRules {
  private static final int ACCESS_TOKEN_SECONDS_MAX = 300;
  private static final int SESSION_SECONDS_MAX = 43_200;
  private static final long EVENT_SECONDS_MIN = 180L * 86_400;
  private static final Set<String> ROLES =
      Set.of(
          "borrower",
          "officer",
          "reviewer",
          "collector",
          "agency",
          "partner",
          "auditor",
          "admin",
          "service");
  private static final Set<String> SERVICES =
      Set.of("origination", "risk", "servicing", "collections");

  /** A rule's name and how one finds what breaks it. */
  record Rule(String name, Function<JsonNode, List<String>> check) {
    List<String> breaches(JsonNode realm) {
      return check.apply(realm);
    }
  }

  static final List<Rule> ALL =
      List.of(
          clients("redirects are exact", RealmRules::hasExactRedirects),
          clients("web origins are exact", RealmRules::hasExactOrigins),
          clients("no password grant", c -> !c.path("directAccessGrantsEnabled").asBoolean(true)),
          clients("no implicit flow", c -> !c.path("implicitFlowEnabled").asBoolean(true)),
          clients(
              "code flow needs PKCE S256",
              c ->
                  !c.path("standardFlowEnabled").asBoolean(true)
                      || "S256".equals(attribute(c, "pkce.code.challenge.method"))),
          realm("tokens are signed PS256", RealmRules::signsPs256),
          realm(
              "access tokens live five minutes at most",
              r ->
                  r.path("accessTokenLifespan").asInt(Integer.MAX_VALUE)
                      <= ACCESS_TOKEN_SECONDS_MAX),
          realm(
              "refresh tokens rotate",
              r ->
                  r.path("revokeRefreshToken").asBoolean()
                      && r.path("refreshTokenMaxReuse").asInt(1) == 0),
          realm(
              "brute force is held off",
              r ->
                  r.path("bruteForceProtected").asBoolean()
                      && r.path("failureFactor").asInt(99) <= 10),
          realm(
              "events are saved half a year",
              r ->
                  r.path("eventsEnabled").asBoolean()
                      && r.path("eventsExpiration").asLong() >= EVENT_SECONDS_MIN),
          realm("administrators' events are saved", r -> r.path("adminEventsEnabled").asBoolean()),
          realm("tls is required", r -> r.path("sslRequired").asText().equals("all")),
          clients(
              "secrets are placeholders",
              c -> !c.has("secret") || c.path("secret").asText().matches("\\$\\{[A-Z_]+}")),
          new Rule("no person in the file", RealmRules::persons),
          realm(
              "passwords are long",
              r -> r.path("passwordPolicy").asText().matches(".*\\blength\\(1[2-9]\\).*")),
          realm("the profile holds no personal datum", RealmRules::hasBareProfile),
          realm("who signs up is a borrower and nothing else", RealmRules::makesBorrowersOnly),
          realm(
              "every role of the suite is there",
              r -> names(r.at("/roles/realm"), "name").containsAll(ROLES)),
          clients(
              "client scopes are the least needed",
              c -> !c.path("fullScopeAllowed").asBoolean(true)),
          realm("tokens are meant for the suite", RealmRules::namesTheAudience),
          realm("each service has one account with one role", RealmRules::hasServiceAccounts),
          realm(
              "the desk's client is confidential",
              r -> !client(r, "shouxin-desk").path("publicClient").asBoolean(true)),
          realm("baseline profile is bound to every client", RealmRules::bindsTheBaseline),
          realm(
              "sessions end",
              r ->
                  r.path("ssoSessionMaxLifespan").asInt(Integer.MAX_VALUE) <= SESSION_SECONDS_MAX
                      && r.path("ssoSessionIdleTimeout").asInt(Integer.MAX_VALUE) <= 1_800
                      && r.path("offlineSessionMaxLifespanEnabled").asBoolean()),
          realm(
              "pages cannot be framed",
              r ->
                  r.at("/browserSecurityHeaders/xFrameOptions").asText().equals("DENY")
                      && r.at("/browserSecurityHeaders/contentSecurityPolicy")
                          .asText()
                          .contains("frame-ancestors 'none'")));

  private RealmRules() {}

  static Rule named(String name) {
    return ALL.stream().filter(rule -> rule.name().equals(name)).findFirst().orElseThrow();
  }

  static JsonNode client(JsonNode realm, String clientId) {
    for (JsonNode client : realm.path("clients")) {
      if (client.path("clientId").asText().equals(clientId)) {
        return client;
      }
    }
    throw new IllegalArgumentException("no client " + clientId);
  }

  private static Rule realm(String name, Predicate<JsonNode> holds) {
    return new Rule(name, realm -> holds.test(realm) ? List.of() : List.of("the realm"));
  }

  private static Rule clients(String name, Predicate<JsonNode> holds) {
    return new Rule(
        name,
        realm -> {
          List<String> breaches = new ArrayList<>();
          for (JsonNode client : realm.path("clients")) {
            if (!holds.test(client)) {
              breaches.add(client.path("clientId").asText());
            }
          }
          return breaches;
        });
  }

  private static boolean hasExactRedirects(JsonNode client) {
    boolean exact = true;
    for (JsonNode uri : client.path("redirectUris")) {
      exact &= uri.asText().matches("(https://|org\\.shouxin\\.app:)[^*$]+");
    }
    return exact;
  }

  private static boolean hasExactOrigins(JsonNode client) {
    boolean exact = true;
    for (JsonNode origin : client.path("webOrigins")) {
      exact &= !origin.asText().matches(".*[*+].*");
    }
    return exact;
  }

  private static boolean signsPs256(JsonNode realm) {
    boolean everyClient = true;
    for (JsonNode client : realm.path("clients")) {
      everyClient &= "PS256".equals(attribute(client, "access.token.signed.response.alg"));
    }
    JsonNode key = realm.at("/components/org.keycloak.keys.KeyProvider/0/config");
    return everyClient
        && realm.path("defaultSignatureAlgorithm").asText().equals("PS256")
        && key.at("/algorithm/0").asText().equals("PS256")
        && key.at("/keySize/0").asInt() >= 2048;
  }

  private static List<String> persons(JsonNode realm) {
    List<String> persons = new ArrayList<>();
    for (JsonNode user : realm.path("users")) {
      if (!user.has("serviceAccountClientId")) {
        persons.add(user.path("username").asText());
      }
    }
    return persons;
  }

  private static boolean hasBareProfile(JsonNode realm) {
    String profile =
        realm
            .at("/components/org.keycloak.userprofile.UserProfileProvider/0/config")
            .at("/kc.user.profile.config/0")
            .asText();
    try {
      JsonNode attributes = new ObjectMapper().readTree(profile).path("attributes");
      boolean bare = names(attributes, "name").equals(Set.of("username", "email"));
      for (JsonNode attribute : attributes) {
        if (attribute.path("name").asText().equals("email")) {
          bare &= !attribute.at("/permissions/edit").toString().contains("user");
        }
      }
      return bare;
    } catch (JsonProcessingException unreadable) {
      return false;
    }
  }

  private static boolean makesBorrowersOnly(JsonNode realm) {
    String defaultRole = realm.at("/defaultRole/name").asText();
    for (JsonNode role : realm.at("/roles/realm")) {
      if (role.path("name").asText().equals(defaultRole)) {
        return role.at("/composites/realm").toString().equals("[\"borrower\"]");
      }
    }
    return false;
  }

  private static boolean namesTheAudience(JsonNode realm) {
    boolean mapped = realm.path("clientScopes").toString().contains("\"included.custom.audience\"");
    return mapped
        && realm.path("defaultDefaultClientScopes").toString().contains("\"shouxin-api\"");
  }

  private static boolean hasServiceAccounts(JsonNode realm) {
    Set<String> accounts = new TreeSet<>();
    for (JsonNode user : realm.path("users")) {
      if (user.path("realmRoles").toString().equals("[\"service\"]")) {
        accounts.add(user.path("serviceAccountClientId").asText().replace("-service", ""));
      }
    }
    boolean confidential =
        SERVICES.stream()
            .map(service -> client(realm, service + "-service"))
            .allMatch(
                client ->
                    client.path("serviceAccountsEnabled").asBoolean()
                        && !client.path("publicClient").asBoolean(true)
                        && !client.path("standardFlowEnabled").asBoolean(true));
    return confidential && accounts.equals(SERVICES);
  }

  private static boolean bindsTheBaseline(JsonNode realm) {
    JsonNode policy = realm.at("/clientPolicies/policies/0");
    Set<String> executors = names(realm.at("/clientProfiles/profiles/0/executors"), "executor");
    return policy.path("enabled").asBoolean()
        && policy.at("/conditions/0/condition").asText().equals("any-client")
        && policy.at("/profiles/0").equals(realm.at("/clientProfiles/profiles/0/name"))
        && executors.containsAll(
            Set.of(
                "reject-ropc-grant",
                "reject-implicit-grant",
                "pkce-enforcer",
                "secure-signature-algorithm",
                "full-scope-disabled"));
  }

  private static String attribute(JsonNode client, String name) {
    return client.path("attributes").path(name).asText();
  }

  private static Set<String> names(JsonNode array, String field) {
    Set<String> names = new TreeSet<>();
    array.forEach(element -> names.add(element.path(field).asText()));
    return names;
  }
}
