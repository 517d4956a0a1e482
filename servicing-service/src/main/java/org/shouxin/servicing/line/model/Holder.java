package org.shouxin.servicing.line.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/**
 * Whose line it is, and by which account and channel; nothing in it names the borrower.
 *
 * @param borrowerSubject the borrower's login, an opaque id
 * @param applicationId the application that the line, or the borrower's loan before it, came from
 * @param agreement the bank's token for the borrower's account
 * @param preferredChannel SMS, APP_PUSH or EMAIL
 */
@Embeddable
public record Holder(
    @Column(name = "borrower_id") UUID borrowerId,
    @Column(name = "borrower_subject") String borrowerSubject,
    @Column(name = "application_id") UUID applicationId,
    @Column(name = "agreement") String agreement,
    @Column(name = "preferred_channel") String preferredChannel) {}
