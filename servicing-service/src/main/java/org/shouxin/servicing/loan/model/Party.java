package org.shouxin.servicing.loan.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/**
 * Who owes, and by which ways the borrower is reached; nothing in it names the borrower.
 *
 * @param borrowerSubject the borrower's login, an opaque id
 * @param agreement the bank's token for the borrower's account
 * @param preferredChannel SMS, APP_PUSH or EMAIL
 */
@Embeddable
public record Party(
    @Column(name = "application_id") UUID applicationId,
    @Column(name = "borrower_id") UUID borrowerId,
    @Column(name = "borrower_subject") String borrowerSubject,
    @Column(name = "agreement") String agreement,
    @Column(name = "preferred_channel") String preferredChannel) {}
