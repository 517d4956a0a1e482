package org.shouxin.origination.consent;

import java.time.Instant;
import java.util.UUID;

/**
 * A consent as it stands.
 *
 * @param textVersion the version of the text that the person read
 */
public record GivenConsent(
    UUID id, Purpose purpose, boolean granted, String textVersion, Instant at) {}
