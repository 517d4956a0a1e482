package org.shouxin.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.shouxin.gateway.limit.RateLimits;
import org.shouxin.gateway.proxy.Upstreams;
import org.shouxin.gateway.route.RouteFile;
import org.shouxin.gateway.route.RouteTable;

/** Loads the route table: the built-in one, or the file that configuration names. */
@ApplicationScoped
public class Routes {

  private static final String BUILT_IN = "routes.yaml";

  @Produces
  @Singleton
  RouteTable table(DoorSettings settings, Upstreams upstreams, RateLimits limits) {
    String source = settings.routesFile().orElse(BUILT_IN);
    String yaml = settings.routesFile().map(Routes::file).orElseGet(Routes::builtIn);
    return RouteFile.read(source, yaml, upstreams.services(), limits.classes());
  }

  private static String file(String path) {
    try {
      return Files.readString(Path.of(path));
    } catch (IOException e) {
      throw new UncheckedIOException("Route table " + path + " can't be read", e);
    }
  }

  private static String builtIn() {
    try (InputStream in =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(BUILT_IN)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
