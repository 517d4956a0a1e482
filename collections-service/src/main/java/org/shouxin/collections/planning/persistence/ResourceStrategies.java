package org.shouxin.collections.planning.persistence;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.shouxin.chassis.json.Json;
import org.shouxin.collections.planning.Strategies;
import org.shouxin.collections.planning.model.Strategy;

/** The strategies as they are released with the service, read and checked at start. */
@Startup
@ApplicationScoped
class ResourceStrategies implements Strategies {
  private static final String RESOURCE = "/strategies.json";

  private final List<Strategy> all;

  ResourceStrategies() {
    all = read().all().stream().sorted(Comparator.comparing(Strategy::from)).toList();
    if (all.isEmpty()) {
      throw new IllegalStateException(RESOURCE + " names no strategy");
    }
  }

  /** The file: every version there has been. */
  record File(List<Strategy> all) {}

  @Override
  public Strategy at(LocalDate day) {
    return all.stream()
        .filter(strategy -> !strategy.from().isAfter(day))
        .reduce((earlier, later) -> later)
        .orElse(all.get(0));
  }

  private static File read() {
    try (InputStream json = ResourceStrategies.class.getResourceAsStream(RESOURCE)) {
      return Json.strict().readValue(json, File.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(RESOURCE, unreadable);
    }
  }
}
