package org.shouxin.risk.assessment;

import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.shouxin.chassis.json.Json;
import org.shouxin.risk.assessment.model.policy.Ceilings;
import org.shouxin.risk.assessment.model.policy.Policy;

/** The policies and ceilings this build carries; a bad one stops the start. */
@ApplicationScoped
public class PolicyCatalogue {

  private static final String FOLDER = "policies/";

  private final List<Policy> policies;
  private final Ceilings ceilings;

  public PolicyCatalogue() {
    policies =
        Arrays.stream(read(FOLDER + "catalogue.json", String[].class))
            .map(name -> read(FOLDER + name, Policy.class))
            .toList();
    ceilings = read("ceilings/cn.json", Ceilings.class);
  }

  /** The newest policy in force on a day. */
  public Optional<Policy> inForce(LocalDate day) {
    return policies.stream().filter(policy -> policy.inForce(day)).reduce((older, newer) -> newer);
  }

  public Optional<Policy> version(String version) {
    return policies.stream().filter(policy -> policy.version().equals(version)).findFirst();
  }

  /** The table of legal ceilings that decides now. */
  public Ceilings ceilings() {
    return ceilings;
  }

  public Optional<Ceilings> ceilings(String version) {
    return Optional.of(ceilings).filter(table -> table.version().equals(version));
  }

  private static <T> T read(String name, Class<T> type) {
    ObjectReader reader = Json.strict().readerFor(type);
    try (InputStream in =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + name);
      }
      return reader.readValue(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("unreadable resource " + name, unreadable);
    }
  }
}
