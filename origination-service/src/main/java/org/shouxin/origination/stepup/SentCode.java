package org.shouxin.origination.stepup;

import java.time.Instant;
import java.util.UUID;

/**
 * A code on its way, still to be kept.
 *
 * @param digest what is kept of it
 */
public record SentCode(
    UUID id, String purpose, UUID subjectId, String digest, Instant sentAt, Instant expiresAt) {}
