package org.shouxin.localstack.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The one launcher that may run in a source tree, as another launcher finds it. */
public final class UpInstance {
  private static final String NAME = "up";
  private static final String PORTS = "ports.properties";
  private static final Duration STOP_MAX = Duration.ofSeconds(180);

  private final Path work;
  private final RunDirectory registry;

  public UpInstance(Path work) {
    this.work = work;
    this.registry = new RunDirectory(work);
  }

  /** Makes a process, normally this one, the running launcher. */
  public void claim(StackPorts ports, ProcessHandle launcher) {
    Properties properties = new Properties();
    ports
        .byComponent()
        .forEach((component, port) -> properties.setProperty(component.label(), port.toString()));
    try {
      Files.createDirectories(work);
      try (OutputStream stream = Files.newOutputStream(work.resolve(PORTS))) {
        properties.store(stream, "of the stack started last");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    registry.write(NAME, launcher);
  }

  public void release() {
    registry.remove(NAME);
  }

  public boolean isRunning() {
    return running().isPresent();
  }

  /** Ports of the stack started last. */
  public StackPorts ports() {
    if (!Files.exists(work.resolve(PORTS))) {
      return StackPorts.defaults();
    }
    Properties properties = new Properties();
    try (InputStream stream = Files.newInputStream(work.resolve(PORTS))) {
      properties.load(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<Component, Integer> ports = new EnumMap<>(Component.class);
    for (String label : properties.stringPropertyNames()) {
      ports.put(Component.of(label), Integer.parseInt(properties.getProperty(label)));
    }
    return new StackPorts(ports);
  }

  /** Asks the running launcher to stop its stack and waits until it has. */
  public boolean stop() {
    Optional<ProcessHandle> launcher = running();
    launcher.ifPresent(ProcessHandle::destroy);
    return launcher.map(process -> ManagedProcess.awaitExit(process, STOP_MAX)).orElse(true);
  }

  private Optional<ProcessHandle> running() {
    return registry.read(NAME).filter(process -> process.pid() != ProcessHandle.current().pid());
  }
}
