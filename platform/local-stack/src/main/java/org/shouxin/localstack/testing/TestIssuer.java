package org.shouxin.localstack.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.shouxin.localstack.Ports;

/**
 * An OpenID Connect issuer for tests: discovery, the key set, and tokens for service accounts by
 * client credentials. It checks no secret; what a person may do is tested with {@link TestTokens}.
 */
final class TestIssuer {
  private static final String REALM = "/realms/shouxin";
  private static final String KEYS = REALM + "/protocol/openid-connect/certs";
  private static final String TOKEN = REALM + "/protocol/openid-connect/token";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TokenSigner signer;
  private final String base;

  private TestIssuer(TokenSigner signer, String base) {
    this.signer = signer;
    this.base = base;
  }

  /** Starts the issuer on a free port and publishes its URL and key for {@link TestTokens}. */
  static void start() {
    try {
      HttpServer server =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.free()), 0);
      String base = "http://127.0.0.1:" + server.getAddress().getPort();
      TestIssuer issuer = new TestIssuer(TokenSigner.fresh(), base);
      server.createContext(REALM + "/.well-known/openid-configuration", json(issuer::discovery));
      server.createContext(KEYS, json(form -> Map.of("keys", List.of(issuer.signer.jwk()))));
      server.createContext(TOKEN, json(issuer::token));
      server.setExecutor(
          Executors.newFixedThreadPool(
              2,
              task -> {
                Thread thread = new Thread(task, "test-issuer");
                thread.setDaemon(true);
                return thread;
              }));
      server.start();
      SharedState.put(SharedState.ISSUER, base + REALM);
      SharedState.put(SharedState.ISSUER_KEY, issuer.signer.encode());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Object> discovery(Map<String, String> ignored) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("issuer", base + REALM);
    document.put("jwks_uri", base + KEYS);
    document.put("token_endpoint", base + TOKEN);
    document.put("authorization_endpoint", base + REALM + "/protocol/openid-connect/auth");
    document.put("end_session_endpoint", base + REALM + "/protocol/openid-connect/logout");
    document.put("response_types_supported", List.of("code"));
    document.put("subject_types_supported", List.of("public"));
    document.put("id_token_signing_alg_values_supported", List.of("PS256"));
    return document;
  }

  private Map<String, Object> token(Map<String, String> form) {
    String service = form.getOrDefault("client_id", "unknown-service").replace("-service", "");
    return Map.of(
        "access_token",
        signer.sign(TestTokens.serviceClaims(service)),
        "token_type",
        "Bearer",
        "expires_in",
        TestTokens.LIFETIME.toSeconds());
  }

  private interface Answer {
    Map<String, Object> to(Map<String, String> form);
  }

  private static HttpHandler json(Answer answer) {
    return exchange -> {
      try (exchange) {
        byte[] body = JSON.writeValueAsBytes(answer.to(form(exchange)));
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
      }
    };
  }

  private static Map<String, String> form(HttpExchange exchange) throws IOException {
    Map<String, String> form = new LinkedHashMap<>();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    for (String field : body.split("&")) {
      String[] pair = field.split("=", 2);
      if (pair.length == 2) {
        form.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
      }
    }
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    if (authorization != null && authorization.startsWith("Basic ")) {
      String credentials =
          new String(
              Base64.getDecoder().decode(authorization.substring("Basic ".length())),
              StandardCharsets.UTF_8);
      form.put("client_id", credentials.split(":", 2)[0]);
    }
    return form;
  }
}
