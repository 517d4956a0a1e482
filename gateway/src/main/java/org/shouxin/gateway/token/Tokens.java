package org.shouxin.gateway.token;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.shouxin.gateway.problem.Reason;
import org.shouxin.gateway.problem.Refusal;

/**
 * Checks bearer tokens against the realm's keys. It looks at headers only, so a body is not read
 * for a caller nobody knows.
 */
@ApplicationScoped
public class Tokens {

  private static final Duration CHECK_WITHIN = Duration.ofSeconds(5);
  private static final long KEYS_RETRY_NANOS = Duration.ofSeconds(5).toNanos();
  private static final int TOKEN_CHARS_MAX = 8 * 1024;
  private static final Pattern BEARER =
      Pattern.compile(
          "bearer +([A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+)", Pattern.CASE_INSENSITIVE);

  private static final String NO_TOKEN = "e30.e30.e30";

  private final Vertx vertx;
  private final TenantIdentityProvider realm;
  private volatile boolean keysHeld;

  Tokens(Vertx vertx, TenantIdentityProvider realm) {
    this.vertx = vertx;
    this.realm = realm;
  }

  /** The caller, or a failed future with the refusal. Completes on the caller's context. */
  public Future<Caller> verify(MultiMap headers) {
    List<String> authorization = headers.getAll(HttpHeaders.AUTHORIZATION);
    if (authorization.isEmpty()) {
      return Future.failedFuture(
          new Refusal(Reason.TOKEN_MISSING).header("WWW-Authenticate", "Bearer realm=\"shouxin\""));
    }
    String value = authorization.get(0);
    Matcher bearer = BEARER.matcher(value);
    if (authorization.size() > 1 || value.length() > TOKEN_CHARS_MAX || !bearer.matches()) {
      return Future.failedFuture(invalid());
    }
    Context context = vertx.getOrCreateContext();
    Promise<Caller> verified = Promise.promise();
    realm
        .authenticate(new AccessTokenCredential(bearer.group(1)))
        .ifNoItem()
        .after(CHECK_WITHIN)
        .failWith(() -> keysUnavailable())
        .emitOn(command -> onContext(context, command))
        .subscribe()
        .with(identity -> complete(verified, identity), failure -> verified.fail(refusal(failure)));
    return verified.future();
  }

  /**
   * Whether the realm's keys have been read, now or at any time before. A token that can't be valid
   * is offered: with keys it is refused, without keys it makes the provider fetch them.
   */
  public Uni<Boolean> keysHeld() {
    if (keysHeld) {
      return Uni.createFrom().item(true);
    }
    return realm
        .authenticate(new AccessTokenCredential(NO_TOKEN))
        .ifNoItem()
        .after(CHECK_WITHIN)
        .fail()
        .replaceWith(true)
        .onFailure()
        .recoverWithItem(failure -> failure instanceof AuthenticationFailedException)
        .invoke(held -> keysHeld = held);
  }

  private static void onContext(Context context, Runnable command) {
    if (Vertx.currentContext() == context) {
      command.run();
    } else {
      context.runOnContext(there -> command.run());
    }
  }

  private static void complete(Promise<Caller> verified, SecurityIdentity identity) {
    if (identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null) {
      String client = token.getClaim("azp");
      verified.complete(
          new Caller(token.getSubject(), client == null ? "none" : client, identity.getRoles()));
    } else {
      verified.fail(invalid());
    }
  }

  private static Refusal refusal(Throwable failure) {
    if (failure instanceof Refusal refusal) {
      return refusal;
    }
    boolean keysMissing =
        failure instanceof OIDCException || !(failure instanceof AuthenticationFailedException);
    return keysMissing ? keysUnavailable() : invalid();
  }

  private static Refusal invalid() {
    return new Refusal(Reason.TOKEN_INVALID)
        .header("WWW-Authenticate", "Bearer realm=\"shouxin\", error=\"invalid_token\"");
  }

  private static Refusal keysUnavailable() {
    return new Refusal(Reason.KEYS_UNAVAILABLE).retryAfterNanos(KEYS_RETRY_NANOS);
  }
}
