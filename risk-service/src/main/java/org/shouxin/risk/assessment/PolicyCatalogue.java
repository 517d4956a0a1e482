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

  private static final String POLICIES = "policies/";
  private static final String CEILINGS = "ceilings/";
  private static final String CATALOGUE = "catalogue.json";

  private final List<Policy> policies;
  private final List<Ceilings> ceilings;

  public PolicyCatalogue() {
    policies = all(POLICIES, Policy.class);
    ceilings = all(CEILINGS, Ceilings.class);
  }

  /** The newest policy in force on a day. */
  public Optional<Policy> inForce(LocalDate day) {
    return policies.stream().filter(policy -> policy.inForce(day)).reduce((older, newer) -> newer);
  }

  public Optional<Policy> version(String version) {
    return policies.stream().filter(policy -> policy.version().equals(version)).findFirst();
  }

  /** The table of legal ceilings that decides now; older ones replay what they decided. */
  public Ceilings ceilings() {
    return ceilings.get(ceilings.size() - 1);
  }

  public Optional<Ceilings> ceilings(String version) {
    return ceilings.stream().filter(table -> table.version().equals(version)).findFirst();
  }

  private static <T> List<T> all(String folder, Class<T> type) {
    return Arrays.stream(read(folder + CATALOGUE, String[].class))
        .map(name -> read(folder + name, type))
        .toList();
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
