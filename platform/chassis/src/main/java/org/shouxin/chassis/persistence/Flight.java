package org.shouxin.chassis.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.hibernate.reactive.pool.ReactiveConnection;

/** Statements sent one behind the other on one line, without waiting for answers in between. */
final class Flight {

  private Flight() {}

  /** The rows of each statement, in order; fails with the first failure, not with its echoes. */
  static CompletionStage<List<List<Object[]>>> send(
      ReactiveConnection line, List<Statement> statements) {
    List<CompletableFuture<List<Object[]>>> answers = new ArrayList<>(statements.size());
    for (Statement statement : statements) {
      answers.add(
          line.select(statement.sql(), statement.parameters())
              .thenApply(Flight::rows)
              .toCompletableFuture());
    }
    return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
        .handle((all, failed) -> answers.stream().map(CompletableFuture::join).toList());
  }

  static List<Object[]> rows(ReactiveConnection.Result result) {
    List<Object[]> rows = new ArrayList<>(result.size());
    result.forEachRemaining(rows::add);
    return rows;
  }
}
