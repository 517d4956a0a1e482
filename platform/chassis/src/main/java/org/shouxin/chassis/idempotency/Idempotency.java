package org.shouxin.chassis.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.shouxin.chassis.json.CanonicalJson;
import org.shouxin.chassis.persistence.CollectedRows;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.chassis.security.Caller;

/**
 * Same key, same answer. The first call under a key does the work and stores its answer in the same
 * transaction; a repetition gets the same status and bytes; a twin that comes meanwhile waits on
 * the key's row until the first commits (and gets its answer) or rolls back (and does the work). A
 * key belongs to one subject at one client, and to one method, path and body.
 */
@ApplicationScoped
public class Idempotency {

  public static final String KEY_REQUIRED = "IDEMPOTENCY_KEY_REQUIRED";
  public static final String KEY_REUSED = "IDEMPOTENCY_KEY_REUSED";
  public static final String HEADER = "Idempotency-Key";

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");
  private static final String CLAIM =
      """
      insert into idempotency_record (principal, key, request_hash, created_at)
      values ($1, $2, $3, $4) on conflict do nothing""";
  private static final String FIND =
      """
      select request_hash, status, body from idempotency_record
      where principal = $1 and key = $2""";
  private static final String STORE =
      """
      update idempotency_record set status = a.status, body = a.body
      from unnest($1::text[], $2::text[], $3::integer[], $4::text[])
        as a (principal, key, status, body)
      where idempotency_record.principal = a.principal and idempotency_record.key = a.key""";

  private final UnitOfWork unitOfWork;
  private final Caller caller;
  private final CurrentVertxRequest http;
  private final ObjectMapper json;
  private final Clock clock;

  Idempotency(
      UnitOfWork unitOfWork,
      Caller caller,
      CurrentVertxRequest http,
      ObjectMapper json,
      Clock clock) {
    this.unitOfWork = unitOfWork;
    this.caller = caller;
    this.http = http;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Does the work once under the key, in a transaction of its own.
   *
   * @param key the {@value #HEADER} header; missing or malformed is 400
   * @param request the request as read; another one under the same key is 422
   * @param statusIfDone the status of the answer; its body is what the work gives, none for null
   */
  public Uni<Response> once(
      String key, Object request, int statusIfDone, Supplier<? extends Uni<?>> work) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Claim claim = claim(key, request);
              return unitOfWork.inTransaction(() -> perform(claim, statusIfDone, work));
            });
  }

  /**
   * As the other, with remote calls before the transaction: they are skipped when the key is
   * already answered, and may run twice for twins, so they carry keys of their own.
   */
  public <P> Uni<Response> once(
      String key,
      Object request,
      int statusIfDone,
      Supplier<Uni<P>> prepare,
      Function<P, ? extends Uni<?>> work) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Claim claim = claim(key, request);
              return unitOfWork
                  .reading(() -> find(claim))
                  .chain(
                      known ->
                          known
                              .map(answer -> Uni.createFrom().item(answer))
                              .orElseGet(() -> prepared(claim, statusIfDone, prepare, work)));
            });
  }

  private <P> Uni<Response> prepared(
      Claim claim, int status, Supplier<Uni<P>> prepare, Function<P, ? extends Uni<?>> work) {
    return prepare
        .get()
        .chain(
            ready ->
                unitOfWork.inTransaction(() -> perform(claim, status, () -> work.apply(ready))));
  }

  private Uni<Response> perform(Claim claim, int status, Supplier<? extends Uni<?>> work) {
    OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    return unitOfWork
        .change(CLAIM, claim.principal(), claim.key(), claim.requestHash(), now)
        .chain(
            claimed ->
                claimed == 1
                    ? work.get().map(result -> store(claim, status, text(result)))
                    : find(claim).map(Optional::orElseThrow));
  }

  private Response store(Claim claim, int status, String body) {
    unitOfWork
        .collected(Idempotency.class, Idempotency::answers)
        .add(claim.principal(), claim.key(), status, body);
    return answer(status, body);
  }

  private static CollectedRows answers() {
    return new CollectedRows(STORE, String.class, String.class, Integer.class, String.class);
  }

  private Uni<Optional<Response>> find(Claim claim) {
    return unitOfWork
        .rows(FIND, claim.principal(), claim.key())
        .map(rows -> rows.stream().findFirst().map(row -> known(claim, row)));
  }

  private static Response known(Claim claim, Object[] row) {
    if (!claim.requestHash().equals(row[0])) {
      throw RuleViolation.refused(KEY_REUSED, "the key was used for another request");
    }
    return answer(((Number) row[1]).intValue(), (String) row[2]);
  }

  private Claim claim(String key, Object request) {
    if (key == null || !KEY.matcher(key).matches()) {
      throw Invalid.field(HEADER, KEY_REQUIRED, "1 to 128 visible ASCII characters");
    }
    HttpServerRequest call = http.getCurrent().request();
    MessageDigest hash = sha256();
    hash.update((call.method() + " " + call.path() + "\n").getBytes(StandardCharsets.UTF_8));
    hash.update(CanonicalJson.bytes(request));
    String principal = caller.subject() + " " + caller.clientId();
    return new Claim(principal, key, HexFormat.of().formatHex(hash.digest()));
  }

  private String text(Object result) {
    try {
      return result == null ? "" : json.writeValueAsString(result);
    } catch (JsonProcessingException notJson) {
      throw new IllegalStateException("the answer is not representable as JSON", notJson);
    }
  }

  private static Response answer(int status, String body) {
    return body.isEmpty()
        ? Response.status(status).build()
        : Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body).build();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private record Claim(String principal, String key, String requestHash) {}
}
