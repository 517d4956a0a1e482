package org.shouxin.localstack.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What of a stack runs at the moment, seen from outside. */
public final class StackStatus {
  private static final List<Component> PROCESSES =
      List.of(
          Component.POSTGRES,
          Component.KAFKA,
          Component.STAND_INS,
          Component.KEYCLOAK,
          Component.ORIGINATION,
          Component.RISK,
          Component.SERVICING,
          Component.COLLECTIONS,
          Component.GATEWAY);

  private final RunDirectory registry;
  private final StackPorts ports;

  public StackStatus(StackOptions options) {
    this.registry = new RunDirectory(options.run());
    this.ports = options.ports();
  }

  public boolean isComplete() {
    return PROCESSES.stream().allMatch(component -> registry.read(component.label()).isPresent());
  }

  /** A line for each process. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Component component : PROCESSES) {
      Optional<ProcessHandle> process = registry.read(component.label());
      lines.add(
          "%-12s %-8s %-7s localhost:%d"
              .formatted(
                  component.label(),
                  process.isPresent() ? "running" : "stopped",
                  process.map(handle -> Long.toString(handle.pid())).orElse("-"),
                  ports.of(component)));
    }
    return lines;
  }
}
