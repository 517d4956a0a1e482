package org.shouxin.chassis.persistence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouxin.chassis.app.DatabaseLine;
import org.shouxin.chassis.app.Rows;
import org.shouxin.chassis.problem.Unavailable;
import org.shouxin.localstack.testing.TestTokens;

/** One transaction per use case, bounded in time. */
@QuarkusTest
class UnitOfWorkIT {

  private static final Duration LONGER_THAN_ANY_LIMIT = Duration.ofSeconds(15);
  private static final Duration ANSWER_MAX = Duration.ofSeconds(6);
  private static final Duration RECOVERED_MAX = Duration.ofSeconds(10);

  @Inject UnitOfWork unitOfWork;
  @Inject Clock clock;

  private final UUID id = UUID.randomUUID();

  @AfterEach
  void thaw() {
    DatabaseLine.thaw();
  }

  @Test
  void innerUnitsJoinTheOuterOne() {
    Uni<Void> work =
        unitOfWork.inTransaction(
            () ->
                unitOfWork
                    .inTransaction(this::insert)
                    .chain(() -> Uni.createFrom().failure(new IllegalStateException("no"))));
    assertThatThrownBy(() -> done(work)).isInstanceOf(IllegalStateException.class);
    assertThat(inserted()).isZero();
  }

  @Test
  void whatIsToFollowACommitFollowsOnlyACommit() {
    List<String> actions = new ArrayList<>();
    done(
        unitOfWork.inTransaction(
            () -> {
              unitOfWork.afterCommit(() -> actions.add("committed"));
              return insert();
            }));
    Uni<Void> failing =
        unitOfWork.inTransaction(
            () -> {
              unitOfWork.afterCommit(() -> actions.add("rolled back"));
              return Uni.createFrom().failure(new IllegalStateException("no"));
            });
    assertThatThrownBy(() -> done(failing)).isInstanceOf(IllegalStateException.class);
    assertThat(actions).containsExactly("committed");
    assertThat(inserted()).isOne();
  }

  @Test
  void whatIsCollectedIsWrittenOnceWhenTheWorkIsDone() {
    List<Long> seenInside = new ArrayList<>();
    UUID other = UUID.randomUUID();
    done(
        unitOfWork.inTransaction(
            () ->
                unitOfWork
                    .inTransaction(() -> collect(id))
                    .chain(() -> collect(other))
                    .chain(() -> unitOfWork.rows("select count(*) from thing where id = $1", id))
                    .invoke(rows -> seenInside.add((Long) rows.get(0)[0]))));

    assertThat(seenInside).containsExactly(0L);
    assertThat(Rows.count("thing where id in ('%s', '%s')".formatted(id, other))).isEqualTo(2);
  }

  @Test
  void whatIsCollectedGoesWithTheTransactionOrNotAtAll() {
    Uni<Void> failing =
        unitOfWork.inTransaction(
            () ->
                collect(id).chain(() -> Uni.createFrom().failure(new IllegalStateException("no"))));
    assertThatThrownBy(() -> done(failing)).isInstanceOf(IllegalStateException.class);
    assertThat(inserted()).isZero();

    Uni<Void> twice =
        unitOfWork.inTransaction(
            () -> insert().chain(() -> collect(UUID.randomUUID())).chain(() -> collect(id)));
    assertThatThrownBy(() -> done(twice)).hasMessageContaining("thing_pkey");
    assertThat(inserted()).isZero();

    Uni<Void> reading = unitOfWork.reading(() -> collect(id));
    assertThatThrownBy(() -> done(reading)).isInstanceOf(IllegalStateException.class);
  }

  private Uni<Void> collect(UUID thing) {
    return Uni.createFrom()
        .item(
            () -> {
              unitOfWork.collected(UnitOfWorkIT.class, UnitOfWorkIT::things).add(thing, "n", 1L);
              return null;
            });
  }

  private static CollectedRows things() {
    return new CollectedRows(
        """
        insert into thing (id, name, price_minor, version)
        select id, name, price, 0
        from unnest($1::uuid[], $2::text[], $3::bigint[]) as t (id, name, price)""",
        UUID.class,
        String.class,
        Long.class);
  }

  @Test
  void outsideAUnitThereIsNoSession() {
    assertThatThrownBy(() -> done(unitOfWork.session())).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void workThatIsLateIsNotCommitted() {
    Uni<Void> slow =
        unitOfWork.inTransaction(() -> insert().chain(() -> sleep("3")).chain(() -> sleep("3.5")));
    assertThatThrownBy(() -> done(slow)).isInstanceOf(Unavailable.class);
    await()
        .atMost(LONGER_THAN_ANY_LIMIT)
        .until(() -> Rows.count("pg_stat_activity where state like 'idle in transaction%'") == 0);
    assertThat(inserted()).isZero();
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsAProblemInTimeAndServiceComesBackByItself() {
    assertThat(ask().statusCode()).isEqualTo(404);
    DatabaseLine.freeze();
    List<CompletableFuture<Long>> answers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      answers.add(CompletableFuture.supplyAsync(this::millisUntilUnavailable));
    }
    answers.forEach(millis -> assertThat(millis.join()).isLessThan(ANSWER_MAX.toMillis()));
    DatabaseLine.thaw();
    await().atMost(RECOVERED_MAX).until(() -> ask().statusCode() == 404);
  }

  private long millisUntilUnavailable() {
    long start = clock.millis();
    Response answer = ask();
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).isEqualTo("2");
    return clock.millis() - start;
  }

  private static Response ask() {
    return given()
        .auth()
        .oauth2(TestTokens.token("somebody", "officer"))
        .get("/v1/things/" + UUID.randomUUID());
  }

  private Uni<Void> insert() {
    return execute(
        "insert into thing (id, name, price_minor, version) values ('%s', 'n', 1, 0)"
            .formatted(id));
  }

  private Uni<Void> sleep(String seconds) {
    return unitOfWork
        .session()
        .chain(
            s ->
                s.createNativeQuery(
                        "select cast(pg_sleep(%s) as text)".formatted(seconds), String.class)
                    .getSingleResult())
        .replaceWithVoid();
  }

  private Uni<Void> execute(String sql) {
    return unitOfWork
        .session()
        .chain(session -> session.createNativeQuery(sql).executeUpdate())
        .replaceWithVoid();
  }

  private long inserted() {
    return Rows.count("thing where id = '" + id + "'");
  }

  private static <T> T done(Uni<T> work) {
    return work.await().atMost(LONGER_THAN_ANY_LIMIT);
  }
}
