package org.shouxin.localstack.testing;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Access tokens of the test issuer, in the shape the realm's real tokens have. */
public final class TestTokens {
  /** The audience every service checks. */
  public static final String AUDIENCE = "shouxin-api";

  /** Client of the apps; the caller of a borrower's or a member of staff's token. */
  public static final String APP = "shouxin-app";

  static final Duration LIFETIME = Duration.ofMinutes(5);

  private static final Clock CLOCK = Clock.systemUTC();

  private TestTokens() {}

  /** A valid token of a person with these realm roles. */
  public static String token(String subject, String... roles) {
    return signer().sign(claims(subject, APP, now(), List.of(roles)));
  }

  /** A valid token of a service's own account. */
  public static String serviceToken(String service) {
    return signer().sign(serviceClaims(service));
  }

  /** A token that ran out an hour ago. */
  public static String expired(String subject, String... roles) {
    Instant longAgo = now().minus(Duration.ofHours(1)).minus(LIFETIME);
    return signer().sign(claims(subject, APP, longAgo, List.of(roles)));
  }

  /** A token that names the issuer's key but is signed with another. */
  public static String badSignature(String subject, String... roles) {
    return TokenSigner.fresh().signAs(signer(), claims(subject, APP, now(), List.of(roles)));
  }

  /** A token meant for somebody else. */
  public static String wrongAudience(String subject, String... roles) {
    return with(Map.of("aud", "another-api"), subject, roles);
  }

  /** A token of another issuer, signed with this issuer's key. */
  public static String wrongIssuer(String subject, String... roles) {
    return with(Map.of("iss", issuer() + "-other"), subject, roles);
  }

  /** A token with some claims replaced. */
  public static String with(Map<String, Object> replaced, String subject, String... roles) {
    Map<String, Object> claims = claims(subject, APP, now(), List.of(roles));
    claims.putAll(replaced);
    return signer().sign(claims);
  }

  /** The issuer's URL, as in the claim {@code iss}. */
  public static String issuer() {
    return SharedState.get(SharedState.ISSUER);
  }

  static Map<String, Object> serviceClaims(String service) {
    String account = UUID.nameUUIDFromBytes(service.getBytes(StandardCharsets.UTF_8)).toString();
    return claims(account, service + "-service", now(), List.of("service"));
  }

  private static Map<String, Object> claims(
      String subject, String client, Instant issuedAt, List<String> roles) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", issuer());
    claims.put("aud", AUDIENCE);
    claims.put("sub", subject);
    claims.put("azp", client);
    claims.put("typ", "Bearer");
    claims.put("jti", UUID.randomUUID().toString());
    claims.put("iat", issuedAt.getEpochSecond());
    claims.put("exp", issuedAt.plus(LIFETIME).getEpochSecond());
    claims.put("preferred_username", subject);
    claims.put("realm_access", Map.of("roles", roles));
    return claims;
  }

  private static Instant now() {
    return CLOCK.instant();
  }

  private static TokenSigner signer() {
    return TokenSigner.decode(SharedState.get(SharedState.ISSUER_KEY));
  }
}
