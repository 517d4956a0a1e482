package org.shouxin.origination.borrower.model;

/**
 * The bank's agreement to pay out to and debit a borrower's account.
 *
 * @param token stands for the account; the card number is kept nowhere
 */
public record PaymentAgreement(String token, String cardTag, String cardLast4, String bankName) {}
