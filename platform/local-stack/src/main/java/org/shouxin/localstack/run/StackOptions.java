package org.shouxin.localstack.run;

import java.nio.file.Path;
import java.util.List;

/**
 * Where and how a stack runs.
 *
 * @param root the suite's source tree, with its packaged services
 * @param work data, logs, secrets and process ids of this stack
 * @param cache what is made once and shared by stacks: Keycloak, PostgreSQL's binaries, class
 *     archives
 * @param ports where everything listens
 * @param fresh whether data left by an earlier run are wiped
 * @param deployables which of the services and the gateway are started; the rest always is
 */
public record StackOptions(
    Path root,
    Path work,
    Path cache,
    StackPorts ports,
    boolean fresh,
    List<Component> deployables) {
  private static final List<Component> ALL =
      List.of(
          Component.ORIGINATION,
          Component.RISK,
          Component.SERVICING,
          Component.COLLECTIONS,
          Component.GATEWAY);

  /** The stack of {@code ./up}. */
  public static StackOptions local(Path root, StackPorts ports, boolean fresh) {
    Path local = root.resolve(".local");
    return new StackOptions(root, local, local.resolve("cache"), ports, fresh, ALL);
  }

  /** The same without services and gateway, for those who start these themselves. */
  public StackOptions infrastructureOnly() {
    return new StackOptions(root, work, cache, ports, fresh, List.of());
  }

  /** A stack of its own on free ports that shares only the cache: what a journey test starts. */
  public static StackOptions isolated(Path root, Path work) {
    return new StackOptions(
        root, work, root.resolve(".local").resolve("cache"), StackPorts.free(), true, ALL);
  }

  public Path data() {
    return work.resolve("data");
  }

  public Path logs() {
    return work.resolve("log");
  }

  Path run() {
    return work.resolve("run");
  }

  public Path secrets() {
    return work.resolve("secrets");
  }

  /** The runnable jar of a service or the gateway. */
  public Path jar(Component component) {
    String module = component == Component.GATEWAY ? "gateway" : component.label() + "-service";
    return root.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
  }

  /** Class path of the local stack's own programs. */
  String classPath() {
    return ownJar() + ":" + ownJar().resolveSibling("lib") + "/*";
  }

  /** The local stack's own jar. */
  Path ownJar() {
    return root.resolve("platform/local-stack/target/local-stack.jar");
  }
}
