package org.shouxin.collections.planning.model;

import java.time.LocalDateTime;
import java.util.UUID;

/**
 * The next lawful action for a case.
 *
 * @param at local date and time in the institution's zone
 */
public record PlannedStep(
    UUID caseId,
    String tier,
    String channel,
    String script,
    LocalDateTime at,
    String strategyVersion) {}
