package org.shouxin.gateway.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * An issuer whose keys can be turned: {@code /keys/next} adds a key to the set and gives its
 * private half, which is all a test needs to sign tokens of its own.
 */
public final class Realm {

  private static final String PATH = "/realms/shouxin";

  private final HttpServer server;
  private final String issuer;
  private final Map<String, RSAPublicKey> keys = new ConcurrentHashMap<>();

  private Realm(HttpServer server) {
    this.server = server;
    this.issuer = "http://127.0.0.1:" + server.getAddress().getPort() + PATH;
  }

  static Realm start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Realm realm = new Realm(server);
    server.createContext(
        PATH + "/.well-known/openid-configuration", call -> answer(call, realm.discovery()));
    server.createContext(PATH + "/certs", call -> answer(call, realm.jwks()));
    server.createContext(PATH + "/keys/next", call -> answer(call, realm.nextKey()));
    server.setExecutor(Executors.newCachedThreadPool(Realm::daemon));
    server.start();
    return realm;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "realm");
    thread.setDaemon(true);
    return thread;
  }

  String issuer() {
    return issuer;
  }

  void stop() {
    server.stop(0);
  }

  private JsonObject discovery() {
    return new JsonObject()
        .put("issuer", issuer)
        .put("jwks_uri", issuer + "/certs")
        .put("token_endpoint", issuer + "/token")
        .put("authorization_endpoint", issuer + "/auth")
        .put("id_token_signing_alg_values_supported", new JsonArray().add("PS256"));
  }

  private JsonObject jwks() {
    JsonArray set = new JsonArray();
    keys.forEach(
        (id, key) ->
            set.add(
                new JsonObject()
                    .put("kty", "RSA")
                    .put("use", "sig")
                    .put("kid", id)
                    .put("n", unsigned(key.getModulus()))
                    .put("e", unsigned(key.getPublicExponent()))));
    return new JsonObject().put("keys", set);
  }

  /** Makes a key, publishes its public half and gives its id and private half. */
  JsonObject nextKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      KeyPair pair = generator.generateKeyPair();
      String id = "key-" + (keys.size() + 1);
      keys.put(id, (RSAPublicKey) pair.getPublic());
      return new JsonObject()
          .put("kid", id)
          .put("key", Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String unsigned(BigInteger value) {
    byte[] bytes = value.toByteArray();
    int from = bytes[0] == 0 ? 1 : 0;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
  }

  private static void answer(HttpExchange call, JsonObject body) throws IOException {
    try (call) {
      byte[] bytes = body.encode().getBytes(StandardCharsets.UTF_8);
      call.getResponseHeaders().set("Content-Type", "application/json");
      call.sendResponseHeaders(200, bytes.length);
      call.getResponseBody().write(bytes);
    }
  }
}
