package org.shouxin.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Computes who can reach whom from the rendered policies and compares it with the exact list. */
class NetworkPolicyTest {
  static final List<String> OVERLAYS = Overlay.NAMES;

  private static final Map<String, Map<String, String>> STORES =
      Map.of(
          "postgres", Map.of("cnpg.io/cluster", "shouxin-postgres"),
          "kafka", Map.of("strimzi.io/cluster", "shouxin", "strimzi.io/kind", "Kafka"),
          "keycloak", Map.of("app", "keycloak"));

  private static final Map<String, Integer> PORTS =
      Map.of("postgres", 5432, "kafka", 9092, "keycloak", 8443);

  @ParameterizedTest
  @FieldSource("OVERLAYS")
  void podsReachExactlyWhatTheSuiteCalls(String name) {
    Overlay overlay = Overlay.render(name);
    Map<String, Map<String, String>> pods = new TreeMap<>(STORES);
    overlay
        .all(Deployment.class)
        .forEach(
            d ->
                pods.put(
                    d.getMetadata().getName(),
                    d.getSpec().getTemplate().getMetadata().getLabels()));
    Set<String> edges = new TreeSet<>();
    pods.forEach(
        (from, fromLabels) ->
            pods.forEach(
                (to, toLabels) -> {
                  int port = PORTS.getOrDefault(to, 8080);
                  if (!from.equals(to)
                      && !STORES.containsKey(from)
                      && allows(overlay, "Egress", fromLabels, toLabels, port)
                      && allows(overlay, "Ingress", toLabels, fromLabels, port)) {
                    edges.add(from + " -> " + to);
                  }
                }));
    assertThat(edges)
        .containsExactlyInAnyOrder(
            "gateway-service -> origination-service",
            "gateway-service -> risk-service",
            "gateway-service -> servicing-service",
            "gateway-service -> collections-service",
            "gateway-service -> keycloak",
            "origination-service -> risk-service",
            "origination-service -> servicing-service",
            "origination-service -> postgres",
            "origination-service -> kafka",
            "origination-service -> keycloak",
            "risk-service -> postgres",
            "risk-service -> kafka",
            "risk-service -> keycloak",
            "servicing-service -> origination-service",
            "servicing-service -> postgres",
            "servicing-service -> kafka",
            "servicing-service -> keycloak",
            "collections-service -> origination-service",
            "collections-service -> servicing-service",
            "collections-service -> postgres",
            "collections-service -> kafka",
            "collections-service -> keycloak");
  }

  /** Whether some policy of that direction selects the pod and names the peer and the port. */
  private static boolean allows(
      Overlay overlay,
      String direction,
      Map<String, String> pod,
      Map<String, String> peer,
      int port) {
    List<NetworkPolicy> selecting =
        overlay.all(NetworkPolicy.class).stream()
            .filter(p -> p.getSpec().getPolicyTypes().contains(direction))
            .filter(p -> selects(p.getSpec().getPodSelector(), pod))
            .toList();
    assertThat(selecting).as("no policy isolates " + pod).isNotEmpty();
    return selecting.stream()
        .anyMatch(
            policy ->
                direction.equals("Egress")
                    ? policy.getSpec().getEgress().stream()
                        .anyMatch(r -> names(r.getTo(), peer) && opens(r.getPorts(), port))
                    : policy.getSpec().getIngress().stream()
                        .anyMatch(r -> names(r.getFrom(), peer) && opens(r.getPorts(), port)));
  }

  private static boolean names(List<NetworkPolicyPeer> peers, Map<String, String> labels) {
    return peers.isEmpty()
        || peers.stream()
            .anyMatch(
                p ->
                    p.getPodSelector() != null
                        && p.getNamespaceSelector() == null
                        && selects(p.getPodSelector(), labels));
  }

  private static boolean opens(List<NetworkPolicyPort> ports, int port) {
    return ports.isEmpty() || ports.stream().anyMatch(p -> p.getPort().getIntVal() == port);
  }

  private static boolean selects(LabelSelector selector, Map<String, String> labels) {
    Map<String, String> wanted = selector.getMatchLabels();
    return wanted == null || labels.entrySet().containsAll(wanted.entrySet());
  }
}
