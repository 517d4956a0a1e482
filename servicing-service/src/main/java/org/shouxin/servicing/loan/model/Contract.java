package org.shouxin.servicing.loan.model;

import java.util.UUID;
import java.util.function.Supplier;

/** What planning new instalments needs: the contract's terms, and ids for them. */
public record Contract(LoanTerms terms, Supplier<UUID> ids) {}
