package org.shouxin.localstack.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Who may call what, tried out on a running service: every operation of its OpenAPI document
 * against every role.
 *
 * <p>The matrix is a CSV file on the class path, a row for each operation: {@code POST /v1/loans}
 * and then the roles that may call it. {@code ANY} stands for every role, {@code PUBLIC} for
 * callers without a token. An operation without a row is a breach, and so is a row without an
 * operation.
 */
public final class AccessMatrix {
  /** Every role of the realm. */
  public static final List<String> ROLES =
      List.of(
          "borrower",
          "officer",
          "reviewer",
          "collector",
          "agency",
          "partner",
          "auditor",
          "admin",
          "service");

  private static final String ANY = "ANY";
  private static final String PUBLIC = "PUBLIC";
  private static final String DEFAULT_FILE = "access-matrix.csv";
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final Duration ANSWER_MAX = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI service;
  private final Map<String, List<String>> rows;
  private final HttpClient http = HttpClient.newHttpClient();

  private AccessMatrix(URI service, Map<String, List<String>> rows) {
    this.service = service;
    this.rows = rows;
  }

  /** The matrix in {@code access-matrix.csv} against the service at this base URL. */
  public static AccessMatrix of(URI service) {
    return new AccessMatrix(service, read(DEFAULT_FILE));
  }

  /** Tries every cell; the error names each breach. Returns how many cells were tried. */
  public int verify() {
    List<Operation> operations = operations();
    List<String> breaches = new ArrayList<>(unmatched(operations));
    int cells = 0;
    for (Operation operation : operations) {
      List<String> allowed = rows.get(operation.name());
      if (allowed != null) {
        cells += 1 + ROLES.size();
        breaches.addAll(breaches(operation, allowed));
      }
    }
    if (!breaches.isEmpty()) {
      throw new AssertionError(
          breaches.size() + " breaches of the access matrix:\n" + String.join("\n", breaches));
    }
    return cells;
  }

  private List<String> unmatched(List<Operation> operations) {
    List<String> names = operations.stream().map(Operation::name).toList();
    List<String> unmatched = new ArrayList<>();
    names.stream()
        .filter(name -> !rows.containsKey(name))
        .forEach(name -> unmatched.add(name + ": no row in the matrix"));
    rows.keySet().stream()
        .filter(row -> !names.contains(row))
        .forEach(row -> unmatched.add(row + ": no such operation"));
    return unmatched;
  }

  private List<String> breaches(Operation operation, List<String> allowed) {
    List<String> breaches = new ArrayList<>();
    boolean open = allowed.contains(PUBLIC);
    int without = call(operation, null);
    if (open ? isRefused(without) : without != 401) {
      breaches.add(operation.name() + ": " + without + " without a token");
    }
    for (String role : ROLES) {
      boolean may = open || allowed.contains(ANY) || allowed.contains(role);
      int status = call(operation, TestTokens.token(UUID.randomUUID().toString(), role));
      if (may ? isRefused(status) || status == 500 : status != 403) {
        breaches.add(operation.name() + ": " + status + " for " + role);
      }
    }
    return breaches;
  }

  private static boolean isRefused(int status) {
    return status == 401 || status == 403;
  }

  private int call(Operation operation, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(service.resolve(operation.concretePath()))
            .timeout(ANSWER_MAX)
            .header("Idempotency-Key", UUID.randomUUID().toString());
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (operation.contentType() == null) {
      request.method(operation.method(), BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", operation.contentType())
          .method(operation.method(), BodyPublishers.ofString("{}"));
    }
    try {
      return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(operation.name(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private List<Operation> operations() {
    HttpRequest request =
        HttpRequest.newBuilder(service.resolve("/q/openapi?format=json"))
            .timeout(ANSWER_MAX)
            .build();
    try {
      JsonNode document = JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
      List<Operation> operations = new ArrayList<>();
      for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
        operations.addAll(operations(path.getKey(), path.getValue()));
      }
      if (operations.isEmpty()) {
        throw new AssertionError("the OpenAPI document of the service names no operation");
      }
      return operations;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static List<Operation> operations(String path, JsonNode item) {
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : item.properties()) {
      if (METHODS.contains(entry.getKey())) {
        operations.add(Operation.read(entry.getKey(), path, item, entry.getValue()));
      }
    }
    return operations;
  }

  private static Map<String, List<String>> read(String file) {
    try (InputStream stream =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalArgumentException(file + " is not on the class path");
      }
      Map<String, List<String>> rows = new LinkedHashMap<>();
      new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .forEach(line -> addRow(rows, List.of(line.split("\\s*,\\s*"))));
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void addRow(Map<String, List<String>> rows, List<String> cells) {
    List<String> allowed = cells.subList(1, cells.size());
    for (String role : allowed) {
      if (!ROLES.contains(role) && !role.equals(ANY) && !role.equals(PUBLIC)) {
        throw new IllegalArgumentException("no such role: " + role);
      }
    }
    rows.put(cells.get(0), allowed);
  }

  /** One operation of the OpenAPI document. */
  private record Operation(String method, String path, String concretePath, String contentType) {

    static Operation read(String method, String path, JsonNode item, JsonNode operation) {
      String concrete = path;
      for (JsonNode parameters : List.of(item.path("parameters"), operation.path("parameters"))) {
        for (JsonNode parameter : parameters) {
          if (parameter.path("in").asText().equals("path")) {
            concrete =
                concrete.replace(
                    "{" + parameter.path("name").asText() + "}", sample(parameter.path("schema")));
          }
        }
      }
      JsonNode content = operation.path("requestBody").path("content");
      String contentType = content.isEmpty() ? null : content.fieldNames().next();
      return new Operation(method.toUpperCase(Locale.ROOT), path, concrete, contentType);
    }

    private static String sample(JsonNode schema) {
      boolean isNumber = schema.path("type").toString().contains("integer");
      boolean isDate =
          schema.path("format").asText().equals("date")
              || schema.path("$ref").asText().endsWith("/LocalDate");
      return isNumber ? "0" : isDate ? "2000-01-01" : UUID.randomUUID().toString();
    }

    String name() {
      return method + " " + path;
    }
  }
}
