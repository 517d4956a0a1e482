package org.shouxin.servicing.bureau.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.bureau.Objections;
import org.shouxin.servicing.bureau.model.Objection;

@ApplicationScoped
public class SqlObjections implements Objections {

  private final UnitOfWork work;
  private final Clock clock;

  SqlObjections(UnitOfWork work, Clock clock) {
    this.work = work;
    this.clock = clock;
  }

  @Override
  public Uni<Boolean> add(Objection objection) {
    return work.change(
            BureauSql.ADD_OBJECTION,
            objection.objectionId(),
            objection.loanId(),
            objection.words(),
            objection.raisedOn(),
            objection.answerDueOn(),
            clock.instant().atOffset(ZoneOffset.UTC))
        .map(added -> added == 1);
  }

  @Override
  public Uni<Optional<Objection>> locked(UUID objectionId) {
    return work.rows(BureauSql.LOCKED_OBJECTION, objectionId)
        .map(rows -> rows.stream().findFirst().map(SqlObjections::read));
  }

  @Override
  public Uni<Void> answer(Objection answered) {
    return work.change(
            BureauSql.ANSWER_OBJECTION,
            answered.objectionId(),
            answered.state().name(),
            answered.answer(),
            answered.answeredOn(),
            answered.answeredBy())
        .replaceWithVoid();
  }

  @Override
  public Uni<List<Objection>> open(int limit) {
    return work.rows(BureauSql.OPEN_OBJECTIONS, limit)
        .map(rows -> rows.stream().map(SqlObjections::read).toList());
  }

  private static Objection read(Object[] row) {
    return new Objection(
        (UUID) row[0],
        (UUID) row[1],
        (String) row[2],
        Objection.State.valueOf((String) row[3]),
        (LocalDate) row[4],
        (LocalDate) row[5],
        (String) row[6],
        (LocalDate) row[7],
        (String) row[8]);
  }
}
