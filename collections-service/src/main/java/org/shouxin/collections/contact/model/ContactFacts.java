package org.shouxin.collections.contact.model;

import java.time.ZoneId;
import java.util.Optional;

/**
 * What is known when a contact is judged.
 *
 * @param held a hold stands on the case or the debtor
 * @param debtorIncapable dead or without capacity (CN-CONTACT-05)
 * @param failuresInRow lawful attempts without success, in a row
 * @param zone the debtor's zone; empty means unknown, and unknown means no
 * @param effectiveCallsToday answered or possibly answered voice calls to the debtor on the local
 *     day, over all cases
 * @param attemptsToday attempts at this contact point on the local day without a known answer
 */
public record ContactFacts(
    boolean caseOpen,
    boolean held,
    boolean debtorIncapable,
    NumberHealth number,
    int failuresInRow,
    Optional<ZoneId> zone,
    int effectiveCallsToday,
    int attemptsToday) {}
