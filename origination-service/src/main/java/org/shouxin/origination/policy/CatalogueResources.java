package org.shouxin.origination.policy;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.shouxin.chassis.json.Json;

/** Reads the rules and products that are compiled into the service; a defect in them stops it. */
@Singleton
class CatalogueResources {

  private final Map<Parameter.Name, BigDecimal> wishes;

  CatalogueResources(TighteningConfig config) {
    this.wishes = config.tighten();
  }

  @Produces
  @Singleton
  @Startup
  Policy policy() {
    return new Policy(
        read("/catalogue/policy.json", new TypeReference<List<Parameter>>() {}), wishes);
  }

  @Produces
  @Singleton
  @Startup
  Products products() {
    return new Products(read("/catalogue/products.json", new TypeReference<List<Product>>() {}));
  }

  private <T> T read(String resource, TypeReference<T> type) {
    try (InputStream in = CatalogueResources.class.getResourceAsStream(resource)) {
      return Json.tolerant().readValue(in, type);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("defect in " + resource, unreadable);
    }
  }
}
