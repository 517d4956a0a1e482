package org.shouxin.risk.blacklist.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.shouxin.risk.blacklist.ProposeEntry;
import org.shouxin.risk.blacklist.model.BlacklistEntry;

/** Who should be listed and on what evidence. */
public record ProposalRequest(
    @NotNull UUID borrowerId,
    @NotNull BlacklistEntry.Ground ground,
    @NotNull @Valid Evidence evidence) {

  /**
   * @param eventId of servicing's write-off event; may be left out
   * @param logLeafId of the write-off in servicing's verifiable log; may be left out
   * @param note why, without any identifier
   */
  public record Evidence(
      @NotNull UUID loanId, UUID eventId, UUID logLeafId, @Size(max = 500) String note) {}

  ProposeEntry.Proposal proposal() {
    return new ProposeEntry.Proposal(
        borrowerId,
        ground,
        evidence.loanId(),
        evidence.eventId(),
        evidence.logLeafId(),
        evidence.note());
  }
}
