package org.shouxin.origination.identity;

import org.shouxin.origination.person.CardNumber;
import org.shouxin.origination.person.IdNumber;
import org.shouxin.origination.person.PersonName;
import org.shouxin.origination.person.PhoneNumber;

/**
 * Who somebody claims to be.
 *
 * @param card null when no debit was consented to
 */
public record Claim(PersonName name, IdNumber idNumber, PhoneNumber phone, CardNumber card) {}
