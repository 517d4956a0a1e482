package org.shouxin.localstack.run;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shouxin.localstack.Ports;

/** Which component listens where. All ports differ. */
public record StackPorts(Map<Component, Integer> byComponent) {
  private static final int HIGHEST = 65_535;

  public StackPorts {
    byComponent = Map.copyOf(byComponent);
    Set<Integer> seen = new HashSet<>();
    for (Component component : Component.values()) {
      Integer port = byComponent.get(component);
      if (port == null || port < 1 || port > HIGHEST) {
        throw new IllegalArgumentException("port of " + component.label() + " is out of range");
      }
      if (!seen.add(port)) {
        throw new IllegalArgumentException("port " + port + " is given to two components");
      }
    }
  }

  /** The documented ports. */
  public static StackPorts defaults() {
    return shifted(0, Map.of());
  }

  /** The documented ports moved by an offset, except those named. */
  public static StackPorts shifted(int offset, Map<Component, Integer> named) {
    Map<Component, Integer> ports = new EnumMap<>(Component.class);
    for (Component component : Component.values()) {
      ports.put(component, named.getOrDefault(component, component.defaultPort() + offset));
    }
    return new StackPorts(ports);
  }

  /** Ports nobody listens on. */
  public static StackPorts free() {
    Map<Component, Integer> ports = new EnumMap<>(Component.class);
    for (Component component : Component.values()) {
      int port = Ports.free();
      while (ports.containsValue(port)) {
        port = Ports.free();
      }
      ports.put(component, port);
    }
    return new StackPorts(ports);
  }

  public int of(Component component) {
    return byComponent.get(component);
  }

  /** The first component, in order of start, whose port somebody else listens on. */
  public Optional<Component> taken() {
    for (Component component : Component.values()) {
      if (!Ports.isFree(of(component))) {
        return Optional.of(component);
      }
    }
    return Optional.empty();
  }
}
