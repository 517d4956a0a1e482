package org.shouxin.origination.contactpoint;

import java.time.Instant;

/**
 * A contact point for eyes.
 *
 * @param kind PHONE, EMAIL or DEVICE
 * @param masked enough for the person to recognise it
 */
public record ContactSummary(String kind, String masked, String status, Instant checkedAt) {}
