package org.shouxin.origination.contactpoint;

import java.util.UUID;
import org.shouxin.origination.identity.Verification;
import org.shouxin.origination.person.EmailAddress;
import org.shouxin.origination.person.PhoneNumber;

/**
 * Where a new borrower can be reached.
 *
 * @param verification what the carrier said about the phone
 * @param deviceToken null without an app
 */
public record NewContacts(
    UUID borrowerId,
    String personTag,
    PhoneNumber phone,
    Verification verification,
    EmailAddress email,
    String deviceToken) {}
