package org.shouxin.servicing.loan;

import java.util.UUID;

/**
 * Which loans a list shows; null means any.
 *
 * @param borrowerSubject the borrower's login
 */
public record LoanFilter(UUID borrowerId, String borrowerSubject) {}
