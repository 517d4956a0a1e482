package org.shouxin.origination.contactpoint;

import org.shouxin.origination.person.PhoneNumber;

/**
 * A person's phone as the lender knows it.
 *
 * @param status ACTIVE, SUSPENDED, EMPTY, RECYCLED or UNVERIFIED
 * @param deviceTag tag of the person's device; null when there is none
 */
public record PhoneFacts(
    PhoneNumber phone, String tag, String status, Integer monthsInNetwork, String deviceTag) {}
