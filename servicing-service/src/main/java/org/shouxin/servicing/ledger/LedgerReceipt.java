package org.shouxin.servicing.ledger;

import java.util.UUID;

/**
 * What was posted, and the leaf of the verifiable log that proves it.
 *
 * @param logLeafId id under which the log gives a receipt
 */
public record LedgerReceipt(UUID groupId, UUID logLeafId) {}
