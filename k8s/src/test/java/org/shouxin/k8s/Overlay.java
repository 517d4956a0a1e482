package org.shouxin.k8s;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** An overlay as {@code kubectl kustomize} renders it, each rendered once per run. */
record Overlay(String name, List<HasMetadata> objects) {
  static final List<String> NAMES = List.of("local", "production");

  private static final ConcurrentHashMap<String, Overlay> RENDERED = new ConcurrentHashMap<>();
  private static final KubernetesSerialization YAML = new KubernetesSerialization();

  /** The rendered overlay; the calling test is NOT_RUN where there is no kubectl. */
  static Overlay render(String name) {
    return RENDERED.computeIfAbsent(name, Overlay::kustomize);
  }

  <T extends HasMetadata> List<T> all(Class<T> kind) {
    return objects.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  static List<HasMetadata> parse(String yaml) {
    List<HasMetadata> objects = new ArrayList<>();
    for (String document : yaml.split("(?m)^---$")) {
      if (!document.isBlank()) {
        objects.add(
            YAML.unmarshal(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8))));
      }
    }
    return objects;
  }

  private static Overlay kustomize(String name) {
    try {
      Process process =
          new ProcessBuilder("kubectl", "kustomize", Path.of("overlays", name).toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String yaml = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new IllegalStateException("kubectl kustomize failed for overlay " + name);
      }
      return new Overlay(name, parse(yaml));
    } catch (IOException absent) {
      System.out.println("NOT_RUN: kubectl is not on the path, overlay " + name + " not rendered");
      return Assumptions.abort("NOT_RUN: no kubectl");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
