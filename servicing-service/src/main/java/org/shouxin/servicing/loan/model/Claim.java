package org.shouxin.servicing.loan.model;

import java.util.UUID;

/** What one instalment still claims. */
public record Claim(UUID instalmentId, Breakdown open) {}
