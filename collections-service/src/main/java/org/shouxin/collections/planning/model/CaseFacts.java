package org.shouxin.collections.planning.model;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/**
 * What the planner looks at for one open case.
 *
 * @param inGrace the loan is back within its grace days
 * @param held a hold stands
 * @param promiseOpen a promise is open and not yet due
 * @param numberLost voice and SMS are closed
 * @param zone the debtor's zone if it is known
 * @param lastActionOn the last date an action was planned for in this tier, if any
 */
public record CaseFacts(
    UUID caseId,
    String tier,
    LocalDate tierSince,
    boolean inGrace,
    boolean held,
    boolean promiseOpen,
    boolean numberLost,
    Optional<ZoneId> zone,
    Optional<LocalDate> lastActionOn) {}
