package org.shouxin.risk.registry;

import java.util.UUID;

/** A step somebody proposed and somebody else has yet to approve. */
public record Promotion(
    UUID id, String version, Stage to, int sharePercent, String proposedBy, boolean open) {}
