package org.shouxin.chassis.security;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Arrays;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who asks, from the verified token. */
@RequestScoped
public class Caller {

  private static final String AUTHORIZED_PARTY = "azp";

  private final SecurityIdentity identity;

  Caller(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** The token's subject. */
  public String subject() {
    return identity.getPrincipal() instanceof JsonWebToken token
        ? token.getSubject()
        : identity.getPrincipal().getName();
  }

  /** The application the token was given to, empty when it does not say. */
  public String clientId() {
    return identity.getPrincipal() instanceof JsonWebToken token
            && token.getClaim(AUTHORIZED_PARTY) instanceof String client
        ? client
        : "";
  }

  public boolean has(String role) {
    return identity.hasRole(role);
  }

  /** Refuses (403) a caller who has none of the roles. */
  public void require(String... anyOf) {
    if (Arrays.stream(anyOf).noneMatch(this::has)) {
      throw new ForbiddenException();
    }
  }
}
