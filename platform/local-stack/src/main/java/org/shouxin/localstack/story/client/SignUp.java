package org.shouxin.localstack.story.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Signs a person up on the identity provider's own registration page: the authorization-code flow
 * with PKCE of the borrowers' app, the form filled in as a browser would.
 */
final class SignUp {

  private static final int REDIRECTS_MAX = 5;
  private static final Pattern FORM =
      Pattern.compile("<form[^>]*id=\"kc-register-form\"[^>]*action=\"([^\"]+)\"");
  private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Keycloak keycloak;
  private final Web web;
  private final Map<String, String> cookies = new HashMap<>();

  SignUp(Keycloak keycloak, Web web) {
    this.keycloak = keycloak;
    this.web = web;
  }

  /** Empty when the page did not lead on: a user of that name exists already. */
  Optional<Tokens> register(String username, String password) {
    String verifier = randomText();
    try {
      HttpResponse<String> page = follow(get(registrationPage(verifier)));
      Matcher form = FORM.matcher(page.body());
      if (!form.find()) {
        throw new StoryFailure("no registration form on the page, status " + page.statusCode());
      }
      URI action = URI.create(form.group(1).replace("&amp;", "&"));
      HttpResponse<String> answer =
          follow(
              send(
                  Web.form(
                      action,
                      Map.of(
                          "username", username,
                          "password", password,
                          "password-confirm", password))));
      return codeIn(answer).map(code -> keycloak.byCode(code, verifier));
    } catch (IOException broken) {
      throw new StoryFailure("the registration page does not answer", broken);
    }
  }

  private URI registrationPage(String verifier) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", Keycloak.APP_CLIENT);
    query.put("response_type", "code");
    query.put("scope", "openid");
    query.put("redirect_uri", keycloak.redirect().toString());
    query.put("state", randomText());
    query.put("code_challenge", challenge(verifier));
    query.put("code_challenge_method", "S256");
    return URI.create(keycloak.endpoint("registrations") + "?" + Web.encoded(query));
  }

  /** Follows redirects inside the identity provider; one to the app is the end. */
  private HttpResponse<String> follow(HttpResponse<String> first) throws IOException {
    HttpResponse<String> response = first;
    for (int i = 0; i < REDIRECTS_MAX && response.statusCode() / 100 == 3; i++) {
      URI location = response.uri().resolve(location(response));
      if (location.toString().startsWith(keycloak.redirect().toString())) {
        return response;
      }
      response = get(location);
    }
    return response;
  }

  private HttpResponse<String> get(URI uri) throws IOException {
    return send(Web.to(uri).GET());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    StringBuilder jar = new StringBuilder();
    cookies.forEach((name, value) -> jar.append(name).append('=').append(value).append("; "));
    if (!cookies.isEmpty()) {
      request.header("cookie", jar.substring(0, jar.length() - 2));
    }
    HttpResponse<String> response = web.send(request.header("accept-language", "en").build());
    for (String cookie : response.headers().allValues("set-cookie")) {
      String pair = cookie.split(";", 2)[0];
      int equals = pair.indexOf('=');
      cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return response;
  }

  private Optional<String> codeIn(HttpResponse<String> response) {
    if (response.statusCode() / 100 != 3) {
      return Optional.empty();
    }
    Matcher code = CODE.matcher(location(response));
    return code.find() ? Optional.of(code.group(1)) : Optional.empty();
  }

  private static String location(HttpResponse<String> response) {
    return response.headers().firstValue("location").orElse("");
  }

  private static String randomText() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String challenge(String verifier) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] hash = sha256.digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
