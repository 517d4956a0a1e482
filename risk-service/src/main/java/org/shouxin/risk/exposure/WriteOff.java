package org.shouxin.risk.exposure;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A write-off that servicing told of.
 *
 * @param eventId of the event that told of it
 * @param logLeafId its leaf in servicing's verifiable log, null when the event named none
 */
public record WriteOff(
    UUID loanId, UUID borrowerId, LocalDate day, String reason, UUID eventId, UUID logLeafId) {}
