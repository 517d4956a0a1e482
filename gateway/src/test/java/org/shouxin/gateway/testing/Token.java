package org.shouxin.gateway.testing;

import io.restassured.RestAssured;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import org.eclipse.microprofile.config.ConfigProvider;

/** Tokens of the test realm, good and bad. */
public final class Token {

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final int LIFETIME_SECONDS = 300;

  private final JsonObject header;
  private final JsonObject claims;
  private PrivateKey key;
  private boolean pss = true;

  private Token(String subject) {
    JsonObject realmKey = new JsonObject(config("test.realm.key"));
    this.key = privateKey(realmKey.getString("key"));
    this.header =
        new JsonObject()
            .put("alg", "PS256")
            .put("typ", "JWT")
            .put("kid", realmKey.getString("kid"));
    long now = System.currentTimeMillis() / 1000;
    this.claims =
        new JsonObject()
            .put("iss", config("shouxin.oidc.url"))
            .put("aud", "shouxin-api")
            .put("sub", subject)
            .put("azp", "shouxin-app")
            .put("iat", now)
            .put("exp", now + LIFETIME_SECONDS)
            .put("realm_access", new JsonObject().put("roles", new JsonArray().add("borrower")));
  }

  private static String config(String key) {
    return ConfigProvider.getConfig().getValue(key, String.class);
  }

  public static Token of(String subject) {
    return new Token(subject);
  }

  /** A header value with a valid token. */
  public static String bearer(String subject) {
    return of(subject).bearer();
  }

  public Token claim(String name, Object value) {
    claims.put(name, value);
    return this;
  }

  public Token kid(String id) {
    header.put("kid", id);
    return this;
  }

  /** Signs RS256 instead of PS256, with the same key. */
  public Token pkcs1() {
    header.put("alg", "RS256");
    pss = false;
    return this;
  }

  /** Signs with a key the realm has only just made. */
  public Token withNextKey() {
    JsonObject next =
        new JsonObject(
            RestAssured.get(config("shouxin.oidc.url") + "/keys/next").body().asString());
    key = privateKey(next.getString("key"));
    return kid(next.getString("kid"));
  }

  /** Claims alg none and has no signature to speak of. */
  public String unsigned() {
    return "Bearer " + part(header.copy().put("alg", "none")) + "." + part(claims) + ".AA";
  }

  public String bearer() {
    String content = part(header) + "." + part(claims);
    try {
      Signature signature = Signature.getInstance(pss ? "RSASSA-PSS" : "SHA256withRSA");
      if (pss) {
        signature.setParameter(
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
      }
      signature.initSign(key);
      signature.update(content.getBytes(StandardCharsets.US_ASCII));
      return "Bearer " + content + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PrivateKey privateKey(String encoded) {
    try {
      return KeyFactory.getInstance("RSA")
          .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String part(JsonObject value) {
    return BASE64.encodeToString(value.encode().getBytes(StandardCharsets.UTF_8));
  }
}
