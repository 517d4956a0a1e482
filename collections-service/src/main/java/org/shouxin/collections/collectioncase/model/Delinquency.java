package org.shouxin.collections.collectioncase.model;

import java.time.LocalDate;
import java.util.UUID;

/**
 * How late one loan was at the end of a business date, as servicing's ledger says. The amount due
 * is in minor units.
 */
public record Delinquency(
    UUID loanId,
    UUID borrowerId,
    LocalDate businessDate,
    int daysPastDue,
    Stage stage,
    long amountDueMinor,
    String currency) {}
