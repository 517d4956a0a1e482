package org.shouxin.collections.report;

import java.util.List;

/**
 * What collections did so far. Counts are of rows; lists are ordered by their keys.
 *
 * @param borrowersLost open cases whose borrower's number is lost now
 * @param lossesEver cases in which the borrower was ever lost
 * @param found steps back from a lost number to a reachable borrower
 */
public record Summary(
    List<CaseCount> cases,
    List<PromiseCount> promises,
    List<ContactCount> contacts,
    List<RefusalCount> refusals,
    List<HoldCount> activeHolds,
    long borrowersLost,
    long lossesEver,
    long found) {

  public record CaseCount(String state, String tier, String outcome, long count) {}

  public record PromiseCount(String state, long count) {}

  public record ContactCount(String channel, String state, long count) {}

  public record RefusalCount(String rule, long count) {}

  public record HoldCount(String kind, long count) {}
}
