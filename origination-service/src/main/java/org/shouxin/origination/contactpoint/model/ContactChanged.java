package org.shouxin.origination.contactpoint.model;

import java.time.Instant;
import java.util.UUID;

/** A channel to a person is in another state than before. */
public record ContactChanged(
    UUID borrowerId, Channel channel, NumberStatus status, Instant checkedAt) {}
