package org.shouxin.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ManifestTest {
  static final List<String> OVERLAYS = Overlay.NAMES;

  @ParameterizedTest
  @FieldSource("OVERLAYS")
  void everyObjectIsOfAKnownKindAndHasNoUnknownField(String name) {
    assertThat(Overlay.render(name).objects())
        .hasSizeGreaterThan(40)
        .allSatisfy(object -> assertThat(UnknownFields.in(object)).isEmpty());
  }

  @Test
  void aMisspeltFieldAndAnUnknownKindAreFound() {
    List<HasMetadata> wrong =
        Overlay.parse(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: a}
            spec:
              containers:
                - name: c
                  securityContext: {readOnlyRootFs: true}
            ---
            apiVersion: kafka.strimzi.io/v1
            kind: KafkaTopic
            metadata: {name: b}
            spec: {partition: 3, replicas: "3"}
            ---
            apiVersion: example.org/v1
            kind: Surprise
            metadata: {name: c}
            """);
    assertThat(wrong.stream().flatMap(o -> UnknownFields.in(o).stream()))
        .containsExactlyInAnyOrder(
            "Pod/a.Spec.Containers[].SecurityContext.readOnlyRootFs",
            "KafkaTopic/b.spec.partition",
            "KafkaTopic/b.spec.replicas should be \"integer\"",
            "Surprise/c: kind is not known");
  }

  @ParameterizedTest
  @FieldSource("OVERLAYS")
  void theFiveDeployablesAreThereWithProbesLimitsAndRoomToStop(String name) {
    List<Deployment> deployments = Overlay.render(name).all(Deployment.class);
    assertThat(deployments)
        .extracting(d -> d.getMetadata().getName())
        .containsExactlyInAnyOrder(
            "origination-service",
            "risk-service",
            "servicing-service",
            "collections-service",
            "gateway-service");
    assertThat(deployments)
        .allSatisfy(
            deployment -> {
              PodSpec pod = deployment.getSpec().getTemplate().getSpec();
              assertThat(pod.getTerminationGracePeriodSeconds()).isGreaterThanOrEqualTo(45);
              var container = pod.getContainers().get(0);
              assertThat(container.getStartupProbe().getHttpGet().getPath())
                  .isEqualTo("/q/health/started");
              assertThat(container.getLivenessProbe().getHttpGet().getPath())
                  .isEqualTo("/q/health/live");
              assertThat(container.getReadinessProbe().getHttpGet().getPath())
                  .isEqualTo("/q/health/ready");
              assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
              assertThat(container.getResources().getLimits()).containsKeys("cpu", "memory");
              assertThat(container.getImage()).doesNotContain(":latest").contains(":");
            });
  }

  /** The controls of the Pod Security Standard "restricted", plus no token and a read-only root. */
  @ParameterizedTest
  @FieldSource("OVERLAYS")
  void everyPodIsRestricted(String name) {
    List<PodSpec> pods = new ArrayList<>();
    Overlay.render(name)
        .all(Deployment.class)
        .forEach(d -> pods.add(d.getSpec().getTemplate().getSpec()));
    Overlay.render(name).all(Job.class).forEach(j -> pods.add(j.getSpec().getTemplate().getSpec()));
    Overlay.render(name).all(CronJob.class).forEach(j -> pods.add(pod(j).getSpec()));
    assertThat(pods)
        .hasSize(10)
        .allSatisfy(
            pod -> {
              assertThat(pod.getAutomountServiceAccountToken()).isFalse();
              assertThat(pod.getHostNetwork()).isNull();
              assertThat(pod.getHostPID()).isNull();
              assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
              assertThat(pod.getSecurityContext().getRunAsUser()).isPositive();
              assertThat(pod.getSecurityContext().getSeccompProfile().getType())
                  .isEqualTo("RuntimeDefault");
              assertThat(pod.getVolumes())
                  .allMatch(v -> v.getEmptyDir() != null || v.getSecret() != null);
              assertThat(pod.getContainers())
                  .allSatisfy(
                      container -> {
                        var security = container.getSecurityContext();
                        assertThat(security.getAllowPrivilegeEscalation()).isFalse();
                        assertThat(security.getReadOnlyRootFilesystem()).isTrue();
                        assertThat(security.getCapabilities().getDrop()).containsExactly("ALL");
                        assertThat(security.getCapabilities().getAdd()).isEmpty();
                        assertThat(security.getPrivileged()).isNull();
                      });
            });
  }

  /** One run at a time, by the lender's clock, with what the service itself is given. */
  @ParameterizedTest
  @FieldSource("OVERLAYS")
  void theDayIsClosedByTheServicesOwnImageOnceANight(String name) {
    Overlay overlay = Overlay.render(name);
    CronJob dayEnd = overlay.all(CronJob.class).get(0);
    Deployment servicing =
        overlay.all(Deployment.class).stream()
            .filter(d -> d.getMetadata().getName().equals("servicing-service"))
            .findFirst()
            .orElseThrow();
    var server = servicing.getSpec().getTemplate().getSpec().getContainers().get(0);
    var closer = pod(dayEnd).getSpec().getContainers().get(0);
    assertThat(dayEnd.getSpec().getConcurrencyPolicy()).isEqualTo("Forbid");
    assertThat(dayEnd.getSpec().getTimeZone()).isEqualTo("Asia/Shanghai");
    assertThat(closer.getImage()).isEqualTo(server.getImage());
    assertThat(closer.getEnvFrom()).containsExactlyInAnyOrderElementsOf(server.getEnvFrom());
    assertThat(closer.getEnv())
        .anyMatch(
            e ->
                e.getName().equals("SHOUXIN_DAY_END_CLOSE_AND_EXIT")
                    && e.getValue().equals("true"));
    assertThat(pod(dayEnd).getMetadata().getLabels())
        .containsEntry("app.kubernetes.io/name", "servicing-service");
  }

  private static PodTemplateSpec pod(CronJob job) {
    return job.getSpec().getJobTemplate().getSpec().getTemplate();
  }

  @ParameterizedTest
  @FieldSource("OVERLAYS")
  void servicesSelectServersAndNeverAJob(String name) {
    Overlay overlay = Overlay.render(name);
    for (Service service : overlay.all(Service.class)) {
      Map<String, String> selector = service.getSpec().getSelector();
      assertThat(
              overlay.all(Deployment.class).stream()
                  .map(d -> d.getSpec().getTemplate().getMetadata().getLabels())
                  .filter(labels -> labels.entrySet().containsAll(selector.entrySet())))
          .as(service.getMetadata().getName())
          .hasSize(1);
      assertThat(
              overlay.all(Job.class).stream()
                  .map(j -> j.getSpec().getTemplate().getMetadata().getLabels())
                  .filter(labels -> labels.entrySet().containsAll(selector.entrySet())))
          .isEmpty();
      assertThat(overlay.all(CronJob.class))
          .noneMatch(
              j -> pod(j).getMetadata().getLabels().entrySet().containsAll(selector.entrySet()));
    }
  }

  /** What a pod reads is either rendered here or named in the README for the operator to make. */
  @ParameterizedTest
  @FieldSource("OVERLAYS")
  void everyConfigMapExistsAndEverySecretIsDocumented(String name) throws IOException {
    Overlay overlay = Overlay.render(name);
    Set<String> maps =
        overlay.all(ConfigMap.class).stream()
            .map(m -> m.getMetadata().getName())
            .collect(Collectors.toSet());
    Set<String> secrets = new TreeSet<>();
    for (Deployment deployment : overlay.all(Deployment.class)) {
      PodSpec pod = deployment.getSpec().getTemplate().getSpec();
      for (var source : pod.getContainers().get(0).getEnvFrom()) {
        if (source.getConfigMapRef() != null) {
          assertThat(maps).contains(source.getConfigMapRef().getName());
        } else {
          secrets.add(source.getSecretRef().getName());
        }
      }
      pod.getVolumes().stream()
          .filter(v -> v.getSecret() != null)
          .forEach(v -> secrets.add(v.getSecret().getSecretName()));
    }
    assertThat(secrets).hasSize(5);
    assertThat(Files.readString(Path.of("README.md"))).contains(secrets);
  }

  @Test
  void topicsAreTheOnesTheLocalBrokerHas() throws IOException {
    Map<String, Integer> local = new HashMap<>();
    for (String line :
        Files.readAllLines(
            Path.of("../platform/local-stack/src/main/resources/topics.properties"))) {
      String[] entry = line.split("=");
      if (!line.startsWith("#") && entry.length == 2) {
        local.put(entry[0].strip(), Integer.parseInt(entry[1].strip()));
      }
    }
    Set<String> cluster =
        Overlay.render("production").objects().stream()
            .filter(o -> o.getKind().equals("KafkaTopic"))
            .map(o -> o.getMetadata().getName())
            .collect(Collectors.toSet());
    assertThat(cluster).isEqualTo(local.keySet());
  }

  @Test
  void theImportedRealmIsTheRealmFile() throws IOException {
    var realmImport =
        Overlay.render("production").objects().stream()
            .filter(o -> o.getKind().equals("KeycloakRealmImport"))
            .map(GenericKubernetesResource.class::cast)
            .findFirst()
            .orElseThrow();
    ObjectMapper json = new ObjectMapper();
    assertThat(json.<JsonNode>valueToTree(realmImport.get("spec", "realm")))
        .isEqualTo(
            json.readTree(
                Path.of("../platform/local-stack/src/main/resources/realm/shouxin-realm.json")
                    .toFile()));
  }
}
