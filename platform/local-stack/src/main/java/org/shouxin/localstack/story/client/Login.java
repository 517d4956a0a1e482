package org.shouxin.localstack.story.client;

/** A user who is logged in; the access token is renewed before it expires. */
public final class Login {

  private final Keycloak keycloak;
  private final String username;
  private final String password;
  private Tokens tokens;

  Login(Keycloak keycloak, String username, String password, Tokens tokens) {
    this.keycloak = keycloak;
    this.username = username;
    this.password = password;
    this.tokens = tokens;
  }

  public String username() {
    return username;
  }

  synchronized String token() {
    if (!tokens.areFresh()) {
      renew();
    }
    return tokens.access();
  }

  /** After a 401: another token, unless somebody else has renewed it meanwhile. */
  synchronized void refused(String token) {
    if (tokens.access().equals(token)) {
      renew();
    }
  }

  private void renew() {
    tokens =
        keycloak
            .byRefresh(tokens.refresh())
            .orElseGet(() -> keycloak.byPassword(username, password));
  }
}
