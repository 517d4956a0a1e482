package org.shouxin.localstack.story.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;

/** The identity provider's token endpoint, as a public client uses it. */
public final class Keycloak {

  static final String APP_CLIENT = "shouxin-app";

  /** The local realm's own client with a password grant; production has none. */
  private static final String STORY_CLIENT = "shouxin-story";

  private static final int ATTEMPTS_MAX = 20;
  private static final long PAUSE_MILLIS = 500;

  private final Web web = new Web();
  private final URI protocol;
  private final URI redirect;

  /**
   * The realm shouxin at a server.
   *
   * @param redirect the app's address that the registration page leads back to
   */
  public Keycloak(URI server, URI redirect) {
    this.protocol = URI.create(server + "/realms/shouxin/protocol/openid-connect/");
    this.redirect = redirect;
  }

  /** A member of the staff, known by a password. */
  public Login staff(String username, String password) {
    return new Login(this, username, password, byPassword(username, password));
  }

  /** A new user who signs up on the registration page, as a person would with the app. */
  public Login signUp(String username, String password) {
    Optional<Tokens> tokens = new SignUp(this, web).register(username, password);
    return new Login(
        this, username, password, tokens.orElseGet(() -> byPassword(username, password)));
  }

  URI endpoint(String name) {
    return protocol.resolve(name);
  }

  URI redirect() {
    return redirect;
  }

  Tokens byCode(String code, String verifier) {
    return grant(
            Map.of(
                "grant_type", "authorization_code",
                "client_id", APP_CLIENT,
                "code", code,
                "redirect_uri", redirect.toString(),
                "code_verifier", verifier))
        .orElseThrow(() -> new StoryFailure("the code of the registration was not accepted"));
  }

  Tokens byPassword(String username, String password) {
    return grant(
            Map.of(
                "grant_type", "password",
                "client_id", STORY_CLIENT,
                "scope", "openid",
                "username", username,
                "password", password))
        .orElseThrow(() -> new StoryFailure("no login for " + username));
  }

  /** Empty when the refresh token is not good any more, or not this client's. */
  Optional<Tokens> byRefresh(String refreshToken) {
    return refresh(APP_CLIENT, refreshToken).or(() -> refresh(STORY_CLIENT, refreshToken));
  }

  private Optional<Tokens> refresh(String client, String refreshToken) {
    return grant(
        Map.of("grant_type", "refresh_token", "client_id", client, "refresh_token", refreshToken));
  }

  private Optional<Tokens> grant(Map<String, String> fields) {
    IOException last = null;
    for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
      try {
        HttpResponse<String> response = web.send(Web.form(endpoint("token"), fields).build());
        if (response.statusCode() == 200) {
          return Optional.of(Tokens.of(response.body()));
        }
        if (response.statusCode() < 500) {
          return Optional.empty();
        }
      } catch (IOException broken) {
        last = broken;
      }
      Pace.pause(PAUSE_MILLIS);
    }
    throw new StoryFailure("the identity provider does not answer", last);
  }
}
