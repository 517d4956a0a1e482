package org.shouxin.origination.report;

import java.util.Map;

/**
 * What came in and what became of it.
 *
 * @param declinesByReason how often a reason was given; an application may have several
 */
public record Summary(
    Map<String, Long> borrowersByState,
    Map<String, Long> applicationsByState,
    long approvals,
    Map<String, Long> declinesByReason,
    Map<String, Long> loansByState,
    long contactDisclosures) {}
