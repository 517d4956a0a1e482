package org.shouxin.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RouteFileTest {

  private static final Set<String> SERVICES =
      Set.of("origination", "risk", "servicing", "collections");
  private static final Set<String> RATES =
      Set.of("standard", "webhook", "registration", "application-submit", "one-time-code");
  private static final String DEFAULTS =
      "defaults: {access: TOKEN, rate: standard, body_kb_max: 1, first_byte_ms_max: 1,"
          + " idle_ms_max: 1}\nroutes:\n";

  private static RouteTable read(String... entries) {
    return RouteFile.read(
        "test.yaml", DEFAULTS + "  - " + String.join("\n  - ", entries), SERVICES, RATES);
  }

  private static void assertRefused(String named, String... entries) {
    assertThatThrownBy(() -> read(entries))
        .isInstanceOf(BadRouteTable.class)
        .hasMessageContaining("test.yaml")
        .hasMessageContaining(named);
  }

  @Test
  void builtInTableIsGood() throws IOException {
    RouteTable table =
        RouteFile.read(
            "routes.yaml",
            Files.readString(Path.of("src/main/resources/routes.yaml")),
            SERVICES,
            RATES);

    assertThat(table.services()).containsExactlyInAnyOrderElementsOf(SERVICES);
    assertThat(rate(table, "POST", "/api/origination/v1/applications"))
        .isEqualTo("application-submit");
    assertThat(rate(table, "POST", "/api/origination/v1/applications/1/signature"))
        .isEqualTo("one-time-code");
    assertThat(rate(table, "GET", "/api/servicing/v1/loans/1")).isEqualTo("standard");
    for (String open :
        List.of(
            "/api/servicing/v1/bank-webhooks",
            "/api/servicing/v1/messaging-receipts",
            "/api/servicing/v1/pay-link-views",
            "/api/servicing/v1/pay-link-payments",
            "/api/collections/v1/messaging-receipts")) {
      assertThat(table.find("POST", path(open)).orElseThrow().access()).isEqualTo(Access.PUBLIC);
    }
    for (String closed :
        List.of(
            "/api/origination/v1/contact-disclosures",
            "/api/origination/v1/borrowers/1/number-checks",
            "/api/origination/v1/borrowers/1/contact-wishes",
            "/api/risk/v1/assessments")) {
      assertThat(table.find("POST", path(closed))).isEmpty();
      assertThat(table.closed("POST", path(closed))).isTrue();
    }
    assertThat(table.find("GET", path("/api/risk/v1/assessments/1/replay"))).isPresent();
  }

  private static RequestPath path(String text) {
    return RequestPath.of(text).orElseThrow();
  }

  private static String rate(RouteTable table, String method, String text) {
    return table.find(method, path(text)).orElseThrow().rate();
  }

  @Test
  void everyFaultStopsTheStartAndNamesItsEntry() {
    String good = "{service: risk, methods: [GET], path: /v1/a}";
    assertRefused(
        "routes[1] (billing /v1/x): no address shouxin.peers.billing.url",
        good,
        "{service: billing, methods: [GET], path: /v1/x}");
    assertRefused("routes[0] (risk /v1/x): methods", "{service: risk, path: /v1/x}");
    assertRefused("methods [TRACE]", "{service: risk, methods: [TRACE], path: /v1/x}");
    assertRefused("'**' is allowed only", "{service: risk, methods: [GET], path: /v1/**/x}");
    assertRefused("path must start", "{service: risk, methods: [GET]}");
    assertRefused(
        "unknown rate class 'fast'", "{service: risk, methods: [GET], path: /v1/x, rate: fast}");
    assertRefused(
        "body_kb_max must be from 0 to 16384",
        "{service: risk, methods: [GET], path: /v1/x, body_kb_max: 99999}");
    assertRefused(
        "first_byte_ms_max", "{service: risk, methods: [GET], path: /v1/x, first_byte_ms_max: 0}");
    assertRefused(
        "a public path has no wildcard",
        "{service: risk, methods: [GET], path: /v1/**, access: PUBLIC}");
    assertRefused(
        "routes[1] (risk /v1/a): never reached, hidden by /api/risk/v1/**",
        "{service: risk, methods: [GET, POST], path: /v1/**}",
        good);
    assertRefused("acces", "{service: risk, methods: [GET], path: /v1/x, acces: PUBLIC}");
    assertRefused("access", "{service: risk, methods: [GET], path: /v1/x, access: ALL}");
  }

  @Test
  void anEmptyTableIsNone() {
    assertThatThrownBy(() -> RouteFile.read("t", "routes: []", SERVICES, RATES))
        .isInstanceOf(BadRouteTable.class);
    assertThatThrownBy(() -> RouteFile.read("t", DEFAULTS + "  []", SERVICES, RATES))
        .isInstanceOf(BadRouteTable.class);
    assertThatThrownBy(() -> RouteFile.read("t", "]", SERVICES, RATES))
        .isInstanceOf(BadRouteTable.class);
  }
}
