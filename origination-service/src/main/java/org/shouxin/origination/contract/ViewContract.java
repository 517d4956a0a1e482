package org.shouxin.origination.contract;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.shouxin.chassis.log.LogReceipt;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.origination.application.AdvanceApplication;
import org.shouxin.origination.contract.model.Contract;
import org.shouxin.origination.vault.Vault;

/** Shows a borrower the own contract, with what proves that it stands unchanged. */
@ApplicationScoped
public class ViewContract {

  private final Contracts contracts;
  private final AdvanceApplication applications;
  private final Vault vault;
  private final UnitOfWork unitOfWork;

  ViewContract(
      Contracts contracts, AdvanceApplication applications, Vault vault, UnitOfWork unitOfWork) {
    this.contracts = contracts;
    this.applications = applications;
    this.vault = vault;
    this.unitOfWork = unitOfWork;
  }

  /**
   * A contract with its receipt.
   *
   * @param logEntry what the receipt's leaf is the hash of
   */
  public record Shown(
      UUID loanId, String text, String contractHash, String logEntry, LogReceipt receipt) {}

  /** Shows it. */
  public Uni<Shown> show(UUID applicationId, String subject) {
    return unitOfWork.reading(
        () ->
            applications
                .own(applicationId, subject)
                .chain(() -> contracts.ofApplication(applicationId))
                .onItem()
                .ifNull()
                .failWith(() -> new NotFound("contract", applicationId))
                .map(this::shown));
  }

  private Shown shown(Contract contract) {
    return new Shown(
        contract.loanId(),
        vault.open(contract.id(), SignContract.COLUMN, contract.textSealed()),
        contract.textHash(),
        contract.logEntry(),
        new LogReceipt(contract.logName(), contract.logLeafId(), contract.logLeafHash()));
  }
}
