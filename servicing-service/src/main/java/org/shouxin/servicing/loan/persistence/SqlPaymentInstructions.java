package org.shouxin.servicing.loan.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.loan.PaymentInstructions;
import org.shouxin.servicing.loan.model.Instruction;

@ApplicationScoped
public class SqlPaymentInstructions implements PaymentInstructions {

  private static final String ADD =
      """
      insert into payment_instruction (payment_id, loan_id, purpose, mode, created_at)
      values (:payment, :loan, :purpose, :mode, :now)""";
  private static final String OF =
      "select payment_id, purpose, mode from payment_instruction where payment_id = any($1)";
  private static final String OF_LOAN =
      "select payment_id, purpose, mode from payment_instruction where loan_id = :loan";

  private final UnitOfWork work;
  private final Clock clock;

  SqlPaymentInstructions(UnitOfWork work, Clock clock) {
    this.work = work;
    this.clock = clock;
  }

  @Override
  public Uni<Void> add(UUID paymentId, UUID loanId, Instruction instruction) {
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(ADD)
                    .setParameter("payment", paymentId)
                    .setParameter("loan", loanId)
                    .setParameter("purpose", instruction.purpose().name())
                    .setParameter("mode", instruction.mode().name())
                    .setParameter("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .executeUpdate())
        .replaceWithVoid();
  }

  @Override
  public Uni<Map<UUID, Instruction>> of(Collection<UUID> paymentIds) {
    return work.rows(OF, (Object) paymentIds.toArray(UUID[]::new))
        .map(SqlPaymentInstructions::instructions);
  }

  @Override
  public Uni<Map<UUID, Instruction>> ofLoan(UUID loanId) {
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(OF_LOAN, Object[].class)
                    .setParameter("loan", loanId)
                    .getResultList())
        .map(SqlPaymentInstructions::instructions);
  }

  private static Map<UUID, Instruction> instructions(List<Object[]> rows) {
    Map<UUID, Instruction> instructions = new HashMap<>();
    rows.forEach(row -> instructions.put((UUID) row[0], instruction(row)));
    return instructions;
  }

  private static Instruction instruction(Object[] row) {
    return new Instruction(
        Instruction.Purpose.valueOf((String) row[1]), Instruction.Mode.valueOf((String) row[2]));
  }
}
