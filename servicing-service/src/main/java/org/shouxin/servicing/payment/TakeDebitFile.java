package org.shouxin.servicing.payment;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.persistence.FreshContext;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.servicing.payment.DebitResult.Outcome;
import org.shouxin.servicing.payment.DebitResult.Source;
import org.shouxin.servicing.payment.model.BankAnswer;
import org.shouxin.servicing.payment.model.BankAnswer.Status;
import org.shouxin.servicing.payment.model.DebitFile;

/**
 * Settles the debits of a bank's file, {@value #CHUNK_LINES} lines a transaction. A chunk that is
 * refused for one of its lines is done line by line, so that only that line is missing. Doing a
 * file again is harmless: what is settled stays as it is.
 */
@ApplicationScoped
public class TakeDebitFile {

  static final int CHUNK_LINES = 250;
  static final int CHUNKS_AT_ONCE_MAX = 2;

  private final SettleDebits settle;
  private final Vertx vertx;

  TakeDebitFile(SettleDebits settle, Vertx vertx) {
    this.settle = settle;
    this.vertx = vertx;
  }

  /**
   * What followed from a line.
   *
   * @param rule why it was refused when the outcome is REJECTED, else null
   */
  public record LineOutcome(int line, UUID requestId, String outcome, String rule) {}

  /** What followed from every line, in the file's order. */
  public Uni<List<LineOutcome>> handle(DebitFile file) {
    return Multi.createFrom()
        .iterable(chunks(file.lines()))
        .onItem()
        .transformToUni(this::chunk)
        .merge(CHUNKS_AT_ONCE_MAX)
        .collect()
        .asList()
        .map(
            chunks ->
                chunks.stream()
                    .flatMap(List::stream)
                    .sorted(Comparator.comparingInt(LineOutcome::line))
                    .toList());
  }

  private Uni<List<LineOutcome>> chunk(List<DebitFile.Line> lines) {
    return inOneTransaction(lines)
        .onFailure(RuleViolation.class)
        .recoverWithUni(refused -> oneByOne(lines));
  }

  private Uni<List<LineOutcome>> inOneTransaction(List<DebitFile.Line> lines) {
    List<DebitResult> results = lines.stream().map(TakeDebitFile::result).toList();
    return FreshContext.run(vertx, () -> settle.settle(results))
        .map(outcomes -> outcomes(lines, outcomes));
  }

  private Uni<List<LineOutcome>> oneByOne(List<DebitFile.Line> lines) {
    return Multi.createFrom()
        .iterable(lines)
        .onItem()
        .transformToUniAndConcatenate(
            line ->
                inOneTransaction(List.of(line))
                    .map(outcomes -> outcomes.get(0))
                    .onFailure(RuleViolation.class)
                    .recoverWithItem(refused -> rejected(line, refused)))
        .collect()
        .asList();
  }

  private static LineOutcome rejected(DebitFile.Line line, RuleViolation refused) {
    return new LineOutcome(line.number(), line.requestId(), "REJECTED", refused.rule());
  }

  private static List<LineOutcome> outcomes(List<DebitFile.Line> lines, List<Outcome> outcomes) {
    List<LineOutcome> told = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      DebitFile.Line line = lines.get(i);
      told.add(new LineOutcome(line.number(), line.requestId(), outcomes.get(i).name(), null));
    }
    return told;
  }

  private static DebitResult result(DebitFile.Line line) {
    return line.succeeded()
        ? new DebitResult(
            line.requestId(),
            new BankAnswer(Status.SUCCEEDED, line.collected().minor(), null, line.bankReference()),
            line.collected().currency().getCurrencyCode(),
            Source.FILE,
            null)
        : new DebitResult(
            line.requestId(),
            new BankAnswer(Status.FAILED, 0, line.reason(), line.bankReference()),
            null,
            Source.FILE,
            null);
  }

  private static List<List<DebitFile.Line>> chunks(List<DebitFile.Line> lines) {
    List<List<DebitFile.Line>> chunks = new ArrayList<>();
    for (int from = 0; from < lines.size(); from += CHUNK_LINES) {
      chunks.add(lines.subList(from, Math.min(lines.size(), from + CHUNK_LINES)));
    }
    return chunks;
  }
}
